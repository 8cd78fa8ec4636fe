-- Bases of the random inspections: registered things, inspectors, item list; and the yearly plan with its revisions.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';

-- Registered things other than market entities: licences, filings, equipment. What is special of a kind is in facts.
CREATE TABLE register_entry (
  district_code text NOT NULL, id uuid NOT NULL, kind text NOT NULL, entity_id uuid, town_code text,
  code text NOT NULL, name text NOT NULL, status text NOT NULL CHECK (status IN ('active','suspended','revoked','ended')),
  valid_from date, valid_until date, facts jsonb NOT NULL, source text NOT NULL, source_hash text NOT NULL,
  synthetic boolean NOT NULL DEFAULT false, version integer NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT register_entry_code_unique UNIQUE (district_code, kind, code));
CREATE INDEX register_entry_by_holder ON register_entry (district_code, entity_id, kind) WHERE entity_id IS NOT NULL;
CREATE INDEX register_entry_by_kind ON register_entry (district_code, kind, status, town_code);

-- Versions of an item of the list beyond those declared; the highest version of a code stands.
CREATE TABLE inspection_item (
  district_code text NOT NULL, id uuid NOT NULL, code text NOT NULL, version integer NOT NULL, fields jsonb NOT NULL, is_retired boolean NOT NULL,
  reason text NOT NULL, at timestamptz NOT NULL, account_id text NOT NULL, account_name text NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT inspection_item_version_unique UNIQUE (district_code, code, version));

CREATE TABLE inspector_profile (
  district_code text NOT NULL, id uuid NOT NULL, account_id uuid, name text NOT NULL, department text NOT NULL, office_id text, town_code text,
  certificate_no text NOT NULL, certified_from date NOT NULL, certified_until date NOT NULL, expertise text[] NOT NULL, is_active boolean NOT NULL,
  synthetic boolean NOT NULL DEFAULT false, version integer NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT inspector_profile_certificate_unique UNIQUE (district_code, certificate_no),
  CONSTRAINT inspector_profile_account_unique UNIQUE (district_code, account_id));
CREATE TABLE inspector_version (
  district_code text NOT NULL, id uuid NOT NULL, profile_id uuid NOT NULL, version integer NOT NULL, fields jsonb NOT NULL,
  reason text NOT NULL, at timestamptz NOT NULL, account_id text NOT NULL, account_name text NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT inspector_version_unique UNIQUE (district_code, profile_id, version));
-- Leave and conflicts of interest are ended, never removed.
CREATE TABLE inspector_bar (
  district_code text NOT NULL, id uuid NOT NULL, profile_id uuid NOT NULL, kind text NOT NULL CHECK (kind IN ('leave','conflict')),
  from_on date, until_on date, entity_id uuid, reason text NOT NULL,
  recorded_at timestamptz NOT NULL, recorded_by text NOT NULL, recorded_by_name text NOT NULL,
  ended_at timestamptz, ended_by text, ended_by_name text, end_reason text,
  PRIMARY KEY (district_code, id),
  CONSTRAINT inspector_bar_whole CHECK (CASE kind WHEN 'leave' THEN from_on IS NOT NULL AND until_on >= from_on ELSE entity_id IS NOT NULL END));
CREATE INDEX inspector_bar_by_profile ON inspector_bar (district_code, profile_id);

CREATE TABLE inspection_plan (
  district_code text NOT NULL, id uuid NOT NULL, year integer NOT NULL, title text NOT NULL, state text NOT NULL CHECK (state IN ('drafted','filed','published')),
  revision integer NOT NULL, tasks jsonb NOT NULL, filed_to text, filing_number text, filed_at timestamptz, published_at timestamptz,
  version integer NOT NULL, synthetic boolean NOT NULL DEFAULT false, updated_at timestamptz NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT inspection_plan_year_unique UNIQUE (district_code, year));
CREATE TABLE inspection_plan_revision (
  district_code text NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, revision integer NOT NULL, title text NOT NULL, tasks jsonb NOT NULL,
  reason text NOT NULL, at timestamptz NOT NULL, account_id text NOT NULL, account_name text NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT inspection_plan_revision_unique UNIQUE (district_code, plan_id, revision));

-- A draw prepared by a head, waiting for a leader to announce it.
CREATE TABLE draw_order (
  district_code text NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, task_id text NOT NULL, body jsonb NOT NULL,
  prepared_at timestamptz NOT NULL, prepared_by text NOT NULL, prepared_by_name text NOT NULL,
  draw_id uuid, dropped_at timestamptz, drop_reason text,
  PRIMARY KEY (district_code, id));
CREATE INDEX draw_order_by_plan ON draw_order (district_code, plan_id, task_id);

GRANT SELECT, INSERT, UPDATE ON register_entry, inspector_profile, inspection_plan, draw_order TO hengjian_desk;
GRANT SELECT, INSERT ON inspection_item, inspector_version, inspection_plan_revision TO hengjian_desk;
GRANT SELECT, INSERT ON inspector_bar TO hengjian_desk;
GRANT UPDATE (ended_at, ended_by, ended_by_name, end_reason) ON inspector_bar TO hengjian_desk;

ALTER TABLE register_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY register_entry_district ON register_entry TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE inspection_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspection_item_district ON inspection_item TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE inspector_profile ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspector_profile_district ON inspector_profile TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE inspector_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspector_version_district ON inspector_version TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE inspector_bar ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspector_bar_district ON inspector_bar TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE inspection_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspection_plan_district ON inspection_plan TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE inspection_plan_revision ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspection_plan_revision_district ON inspection_plan_revision TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE draw_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY draw_order_district ON draw_order TO hengjian_desk USING (district_code = current_setting('app.district', true));

DO $$ BEGIN IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
  PERFORM create_distributed_table(t, 'district_code', colocate_with => 'office') FROM unnest(ARRAY['register_entry','inspection_item','inspector_profile',
    'inspector_version','inspector_bar','inspection_plan','inspection_plan_revision','draw_order']::regclass[]) t;
END IF; END $$;
