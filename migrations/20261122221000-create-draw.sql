-- Draws: frozen lists, committed codes, the values typed in by two people, rounds, and the public proof.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';

-- The frame is kept as the text that was frozen. `sealed` holds the codes, the salts and the conflicts not yet opened,
-- encrypted with the secret of the installation.
CREATE TABLE draw (
  district_code text NOT NULL, id uuid NOT NULL, number text NOT NULL, series text NOT NULL, serial integer NOT NULL, title text NOT NULL,
  state text NOT NULL CHECK (state IN ('announced','drawn','void')), office_id text NOT NULL, purpose jsonb NOT NULL,
  announced_at timestamptz NOT NULL, announced_by text NOT NULL, announced_by_name text NOT NULL, first_source_at timestamptz NOT NULL,
  announcement jsonb NOT NULL, announcement_hash text NOT NULL, audit_id uuid NOT NULL,
  frame text NOT NULL, inspectors jsonb NOT NULL, availability jsonb NOT NULL, sealed text NOT NULL,
  randomness jsonb, rounds jsonb NOT NULL, outcome jsonb NOT NULL, held jsonb NOT NULL, drawn_on date,
  objects integer NOT NULL, size integer NOT NULL, drawn integer NOT NULL,
  version integer NOT NULL, synthetic boolean NOT NULL DEFAULT false, updated_at timestamptz NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT draw_number_unique UNIQUE (district_code, number),
  CONSTRAINT draw_serial_unique UNIQUE (district_code, series, serial));

-- What one person read of one source; a later reading of the same person stands, the earlier stays.
CREATE TABLE draw_value (
  district_code text NOT NULL, id uuid NOT NULL, draw_id uuid NOT NULL, source_id text NOT NULL, account_id text NOT NULL, account_name text NOT NULL,
  at timestamptz NOT NULL, issue text NOT NULL, parts jsonb NOT NULL, evidence text NOT NULL, fallback_reason text,
  PRIMARY KEY (district_code, id));
CREATE INDEX draw_value_by_draw ON draw_value (district_code, draw_id, source_id, at, id);

-- One row per entity drawn: the reach of the windows against repeats, and what was opened for it.
CREATE TABLE draw_selection (
  district_code text NOT NULL, id uuid NOT NULL, draw_id uuid NOT NULL, object_id text NOT NULL, entity_id uuid NOT NULL,
  drawn_on date NOT NULL, items text[] NOT NULL, round integer NOT NULL, withdrawn_round integer, matter_id uuid,
  synthetic boolean NOT NULL DEFAULT false,
  PRIMARY KEY (district_code, id),
  CONSTRAINT draw_selection_unique UNIQUE (district_code, draw_id, object_id));
CREATE INDEX draw_selection_by_entity ON draw_selection (district_code, entity_id, drawn_on);

-- The bundle as everyone may download it, written when a round is held or the draw ends.
CREATE TABLE draw_proof (
  district_code text NOT NULL, id uuid NOT NULL, draw_number text NOT NULL, version integer NOT NULL, bundle text NOT NULL, byte_size bigint NOT NULL,
  sha256 text NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT draw_proof_unique UNIQUE (district_code, draw_number, version));

GRANT SELECT, INSERT, UPDATE ON draw TO hengjian_desk;
GRANT SELECT, INSERT ON draw_value, draw_proof TO hengjian_desk;
GRANT SELECT, INSERT ON draw_selection TO hengjian_desk;
GRANT UPDATE (withdrawn_round, matter_id) ON draw_selection TO hengjian_desk;
GRANT SELECT ON draw_proof TO hengjian_portal;

ALTER TABLE draw ENABLE ROW LEVEL SECURITY;
CREATE POLICY draw_district ON draw TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE draw_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY draw_value_district ON draw_value TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE draw_selection ENABLE ROW LEVEL SECURITY;
CREATE POLICY draw_selection_district ON draw_selection TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE draw_proof ENABLE ROW LEVEL SECURITY;
CREATE POLICY draw_proof_desk ON draw_proof TO hengjian_desk USING (district_code = current_setting('app.district', true));
CREATE POLICY draw_proof_portal ON draw_proof FOR SELECT TO hengjian_portal USING (district_code = current_setting('app.district', true));

DO $$ BEGIN IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
  PERFORM create_distributed_table(t, 'district_code', colocate_with => 'office') FROM unnest(ARRAY['draw','draw_value','draw_selection','draw_proof']::regclass[]) t;
END IF; END $$;
