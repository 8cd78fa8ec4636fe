-- Publications by rule: corrections as versions, an end with its reason, the queue of what is due, and every version kept.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';

ALTER TABLE publication ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN corrected_at timestamptz, ADD COLUMN correction_note text, ADD COLUMN ended_kind text;
CREATE INDEX publication_by_entity ON publication (district_code, entity_id, published_at DESC) WHERE entity_id IS NOT NULL;
CREATE INDEX publication_by_matter ON publication (district_code, matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX publication_by_end ON publication (district_code, until_on) WHERE until_on IS NOT NULL AND ended_at IS NULL;

-- What the public saw and why it changed; append-only and closed to the public. The row of `publication` loses its content at the end.
CREATE TABLE publication_version (
  district_code text NOT NULL, id uuid NOT NULL, publication_id uuid NOT NULL, kind text NOT NULL, matter_id uuid NOT NULL, entity_id uuid,
  version integer NOT NULL, action text NOT NULL, title text NOT NULL, extract jsonb NOT NULL, published_at timestamptz NOT NULL, until_on date,
  reason_kind text, reason text, actor_id text NOT NULL, actor_name text NOT NULL, at timestamptz NOT NULL, synthetic boolean NOT NULL DEFAULT false,
  PRIMARY KEY (district_code, id),
  CONSTRAINT publication_version_action CHECK (action IN ('published', 'corrected', 'ended', 'restored')));
CREATE INDEX publication_version_by_publication ON publication_version (district_code, publication_id, at, id);
CREATE INDEX publication_version_by_entity ON publication_version (district_code, entity_id, at) WHERE entity_id IS NOT NULL;
CREATE INDEX publication_version_by_matter ON publication_version (district_code, matter_id);

-- Matters whose publication is due, until somebody publishes them or says why not.
CREATE TABLE publication_due (
  district_code text NOT NULL, id uuid NOT NULL, kind text NOT NULL, matter_id uuid NOT NULL, matter_number text NOT NULL, entity_id uuid, title text NOT NULL,
  office_id text NOT NULL, town_code text, since_on date NOT NULL, rule text NOT NULL, due_on date, not_before_on date, derivation jsonb NOT NULL,
  status text NOT NULL, reason text, publication_id uuid, closed_at timestamptz, closed_by text, at timestamptz NOT NULL, synthetic boolean NOT NULL DEFAULT false,
  PRIMARY KEY (district_code, id),
  CONSTRAINT publication_due_once UNIQUE (district_code, kind, matter_id),
  CONSTRAINT publication_due_status CHECK (status IN ('waiting', 'published', 'withheld')));
CREATE INDEX publication_due_waiting ON publication_due (district_code, due_on, id) WHERE status = 'waiting';

GRANT SELECT, INSERT ON publication_version TO hengjian_desk;
GRANT SELECT, INSERT, UPDATE ON publication_due TO hengjian_desk;
ALTER TABLE publication_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY publication_version_district ON publication_version TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE publication_due ENABLE ROW LEVEL SECURITY;
CREATE POLICY publication_due_scope ON publication_due TO hengjian_desk USING (
  district_code = current_setting('app.district', true)
  AND (((current_setting('app.offices', true) = '*' OR office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
      AND (current_setting('app.towns', true) = '*' OR town_code IS NULL OR town_code = ANY (string_to_array(current_setting('app.towns', true), ','))))
    OR (current_setting('app.pairs', true) <> ''
      AND string_to_array(current_setting('app.pairs', true), ',') && ARRAY[office_id || '/' || coalesce(town_code, '-'), '*/' || coalesce(town_code, '-'), office_id || '/*'])))
  WITH CHECK (district_code = current_setting('app.district', true));

DO $$ BEGIN IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
  PERFORM create_distributed_table(t, 'district_code', colocate_with => 'office') FROM unnest(ARRAY['publication_version','publication_due']::regclass[]) t;
END IF; END $$;
