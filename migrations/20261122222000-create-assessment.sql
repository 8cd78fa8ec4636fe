-- Scores of market entities under a model, and the bureau's orders that set weights and classes. Internal: the portal role has no access.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';

-- A row stands until a run finds another result; then it is superseded and kept.
CREATE TABLE assessment (
  district_code text NOT NULL, id uuid NOT NULL, model text NOT NULL, model_version text NOT NULL, entity_id uuid NOT NULL,
  assessed_on date NOT NULL, score integer NOT NULL, class text NOT NULL, items jsonb NOT NULL,
  is_current boolean NOT NULL, superseded_on date, town_code text, synthetic boolean NOT NULL DEFAULT false,
  PRIMARY KEY (district_code, id),
  CONSTRAINT assessment_superseded CHECK (is_current = (superseded_on IS NULL)));
CREATE UNIQUE INDEX assessment_current ON assessment (district_code, model, entity_id) INCLUDE (class, score, town_code) WHERE is_current;
CREATE INDEX assessment_by_class ON assessment (district_code, model, class, score DESC, entity_id) WHERE is_current;
CREATE INDEX assessment_by_entity ON assessment (district_code, entity_id, model, assessed_on);

CREATE TABLE assessment_run (
  district_code text NOT NULL, id uuid NOT NULL, model text NOT NULL, model_version text NOT NULL, as_of date NOT NULL,
  assessed integer NOT NULL, changed integer NOT NULL, retired integer NOT NULL, at timestamptz NOT NULL, actor_name text NOT NULL,
  PRIMARY KEY (district_code, id));
CREATE INDEX assessment_run_by_model ON assessment_run (district_code, model, as_of, at);

-- An order is superseded by a later one, never edited. Each is sealed as the audit event of the same id.
CREATE TABLE assessment_order (
  district_code text NOT NULL, id uuid NOT NULL, model text NOT NULL, in_force_from date NOT NULL,
  classes jsonb NOT NULL, points jsonb NOT NULL, reason text NOT NULL,
  ordered_at timestamptz NOT NULL, account_id text NOT NULL, account_name text NOT NULL,
  PRIMARY KEY (district_code, id));
CREATE INDEX assessment_order_by_model ON assessment_order (district_code, model, in_force_from, ordered_at);

-- What changed in a stretch of time, and what has changed since a date.
CREATE INDEX entity_event_by_type ON entity_event (district_code, type, at);

GRANT SELECT, INSERT, UPDATE ON assessment TO hengjian_desk;
GRANT SELECT, INSERT ON assessment_run, assessment_order TO hengjian_desk;
ALTER TABLE assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessment_district ON assessment TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE assessment_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessment_run_district ON assessment_run TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE assessment_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessment_order_district ON assessment_order TO hengjian_desk USING (district_code = current_setting('app.district', true));

DO $$ BEGIN IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
  PERFORM create_distributed_table(t, 'district_code', colocate_with => 'office') FROM unnest(ARRAY['assessment','assessment_run','assessment_order']::regclass[]) t;
END IF; END $$;
