-- Indicators: reported series, daily snapshots and what recomputing changed; indexes from which figures are counted.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';

-- What outside bodies publish. A later report supersedes an earlier one; nothing is edited.
CREATE TABLE reported_value (
  district_code text NOT NULL, id uuid NOT NULL, indicator_id text NOT NULL, period_from date NOT NULL, period_until date NOT NULL,
  value numeric NOT NULL, numerator numeric, denominator numeric, source text NOT NULL, published_on date NOT NULL,
  recorded_at timestamptz NOT NULL, recorded_by text NOT NULL, synthetic boolean NOT NULL DEFAULT false,
  PRIMARY KEY (district_code, id),
  CONSTRAINT reported_value_period CHECK (period_from <= period_until));
CREATE INDEX reported_value_by_indicator ON reported_value (district_code, indicator_id, period_until, published_on, recorded_at);

CREATE TABLE indicator_value (
  district_code text NOT NULL, id uuid NOT NULL, indicator_id text NOT NULL, period_from date NOT NULL, period_until date NOT NULL, as_of date NOT NULL,
  definition_version text NOT NULL, value numeric, numerator numeric, denominator numeric, excluded jsonb NOT NULL, provenance jsonb NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT indicator_value_unique UNIQUE (district_code, indicator_id, period_from, period_until, as_of));

CREATE TABLE indicator_change (
  district_code text NOT NULL, id uuid NOT NULL, indicator_id text NOT NULL, period_from date NOT NULL, period_until date NOT NULL, as_of date NOT NULL,
  before jsonb NOT NULL, after jsonb NOT NULL, why text NOT NULL, at timestamptz NOT NULL, actor_name text NOT NULL,
  PRIMARY KEY (district_code, id));
CREATE INDEX indicator_change_by_indicator ON indicator_change (district_code, indicator_id, at DESC);

-- Counting reads these indexes only: they carry every column the figures and the row policies need.
CREATE INDEX matter_clock_counted ON matter_clock (district_code, procedure, kind, due_at) INCLUDE (stopped_at, office_id, town_code, matter_id, occurrence) WHERE due_at IS NOT NULL;
CREATE INDEX matter_clock_without_due ON matter_clock (district_code, procedure, kind, started_at) WHERE due_at IS NULL;
CREATE INDEX matter_clock_again ON matter_clock (district_code, procedure, kind, matter_id, occurrence) INCLUDE (started_at, office_id, town_code) WHERE occurrence > 1;
CREATE INDEX matter_counted ON matter (district_code, procedure, received_at) INCLUDE (closed_at, outcome, office_id, town_code);

GRANT SELECT, INSERT ON reported_value, indicator_change TO hengjian_desk;
GRANT SELECT, INSERT, UPDATE ON indicator_value TO hengjian_desk;
ALTER TABLE reported_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY reported_value_district ON reported_value TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE indicator_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY indicator_value_district ON indicator_value TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE indicator_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY indicator_change_district ON indicator_change TO hengjian_desk USING (district_code = current_setting('app.district', true));

DO $$ BEGIN IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
  PERFORM create_distributed_table(t, 'district_code', colocate_with => 'office') FROM unnest(ARRAY['reported_value','indicator_value','indicator_change']::regclass[]) t;
END IF; END $$;
