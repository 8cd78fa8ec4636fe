-- The plan's progress reports and the editable part of evaluation reports. The plan itself is data of a domain.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';

-- A later report supersedes an earlier one; nothing is edited. Each is sealed as the audit event of the same id.
CREATE TABLE plan_report (
  district_code text NOT NULL, id uuid NOT NULL, plan_id text NOT NULL, task_id text NOT NULL, office_id text NOT NULL,
  at timestamptz NOT NULL, account_id text NOT NULL, account_name text NOT NULL, progress_percent integer NOT NULL, text text NOT NULL,
  milestone_id text, evidence jsonb NOT NULL, synthetic boolean NOT NULL DEFAULT false,
  PRIMARY KEY (district_code, id),
  CONSTRAINT plan_report_percent CHECK (progress_percent BETWEEN 0 AND 100));
CREATE INDEX plan_report_by_task ON plan_report (district_code, plan_id, task_id, at);

-- What people wrote into the evaluation of a date; figures are never stored.
CREATE TABLE evaluation_draft (
  district_code text NOT NULL, id uuid NOT NULL, plan_id text NOT NULL, as_of date NOT NULL,
  title text, summary text, causes jsonb NOT NULL, proposals text, version integer NOT NULL,
  updated_at timestamptz NOT NULL, updated_by text NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT evaluation_draft_unique UNIQUE (district_code, plan_id, as_of));

GRANT SELECT, INSERT ON plan_report TO hengjian_desk;
GRANT SELECT, INSERT, UPDATE ON evaluation_draft TO hengjian_desk;
ALTER TABLE plan_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_report_district ON plan_report TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE evaluation_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluation_draft_district ON evaluation_draft TO hengjian_desk USING (district_code = current_setting('app.district', true));

DO $$ BEGIN IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
  PERFORM create_distributed_table(t, 'district_code', colocate_with => 'office') FROM unnest(ARRAY['plan_report','evaluation_draft']::regclass[]) t;
END IF; END $$;
