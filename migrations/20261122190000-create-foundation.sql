-- The tables every engine stands on. Runs unchanged on PostgreSQL 15+ and on Citus.
-- Classes (see src/platform/postgres/table-classes.ts): reference, distributed by district_code, key, local.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hengjian_desk') THEN CREATE ROLE hengjian_desk NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hengjian_portal') THEN CREATE ROLE hengjian_portal NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- reference tables ---------------------------------------------------------------------------------
CREATE TABLE district (
  code text PRIMARY KEY, name text NOT NULL, short_name text NOT NULL, city text NOT NULL, province text NOT NULL,
  synthetic boolean NOT NULL DEFAULT false);
CREATE TABLE town (
  code text PRIMARY KEY, district_code text NOT NULL, name text NOT NULL, kind text NOT NULL, aliases text[] NOT NULL DEFAULT '{}');
CREATE TABLE village (
  code text PRIMARY KEY, town_code text NOT NULL, district_code text NOT NULL, name text NOT NULL);
CREATE TABLE calendar_year (
  year integer PRIMARY KEY, days_off date[] NOT NULL, workdays date[] NOT NULL, statutory_holidays date[] NOT NULL,
  source text NOT NULL, loaded_at timestamptz NOT NULL, loaded_by text NOT NULL);

-- people and rights (local) ---------------------------------------------------------------------------
CREATE TABLE account (
  id uuid PRIMARY KEY, district_code text NOT NULL, login text NOT NULL, name text NOT NULL, office_id text NOT NULL,
  phone text, certificate_no text, certificate_until date,
  password_hash text NOT NULL, password_changed_at timestamptz NOT NULL, must_change_password boolean NOT NULL DEFAULT false,
  totp_secret text, totp_confirmed_at timestamptz, totp_last_step bigint,
  failed_attempts integer NOT NULL DEFAULT 0, locked_until timestamptz, disabled_at timestamptz, created_at timestamptz NOT NULL,
  CONSTRAINT account_login_unique UNIQUE (login));
CREATE TABLE role_grant (
  id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES account(id), district_code text NOT NULL, role text NOT NULL,
  offices text[] NOT NULL, towns text[] NOT NULL, granted_by text NOT NULL, granted_at timestamptz NOT NULL,
  revoked_at timestamptz, revoked_by text);
CREATE INDEX role_grant_account ON role_grant (account_id) WHERE revoked_at IS NULL;
CREATE TABLE session (
  token_hash bytea PRIMARY KEY, account_id uuid NOT NULL REFERENCES account(id), csrf text NOT NULL,
  created_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, revoked_at timestamptz,
  second_factor_at timestamptz, address text, agent text);
CREATE INDEX session_account ON session (account_id) WHERE revoked_at IS NULL;
CREATE TABLE setting (name text PRIMARY KEY, value text NOT NULL, changed_at timestamptz NOT NULL, changed_by text NOT NULL);

-- the bureau's offices ------------------------------------------------------------------------------
CREATE TABLE office (
  district_code text NOT NULL, id text NOT NULL, name text NOT NULL, kind text NOT NULL,
  town_codes text[] NOT NULL DEFAULT '{}', duties text[] NOT NULL DEFAULT '{}', closed_on date,
  PRIMARY KEY (district_code, id));

-- register: market entities ---------------------------------------------------------------------------
CREATE TABLE entity (
  district_code text NOT NULL, id uuid NOT NULL, uscc text, registration_no text,
  name text NOT NULL, name_bigrams text[] NOT NULL, name_sort text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('enterprise','sole-trader','cooperative','branch')),
  legal_form text, status text NOT NULL CHECK (status IN ('active','suspended','revoked','deregistered','relocated')),
  legal_representative text, phone text,
  capital_fen bigint, capital_currency text, established_on date, deregistered_on date,
  address text, address_bigrams text[] NOT NULL DEFAULT '{}', town_code text, village_code text, place_rule text,
  industry_code text, business_scope text, registration_authority text,
  parent_entity_id uuid, source text NOT NULL, source_hash text NOT NULL,
  synthetic boolean NOT NULL DEFAULT false, version integer NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (district_code, id));
CREATE INDEX entity_name_bigrams ON entity USING gin (name_bigrams);
CREATE INDEX entity_address_bigrams ON entity USING gin (address_bigrams);
CREATE INDEX entity_by_name ON entity (district_code, name_sort, id);
CREATE INDEX entity_by_town ON entity (district_code, town_code, kind, status);
CREATE INDEX entity_by_parent ON entity (district_code, parent_entity_id) WHERE parent_entity_id IS NOT NULL;
CREATE TABLE entity_key (uscc text PRIMARY KEY, district_code text NOT NULL, entity_id uuid NOT NULL);
CREATE TABLE entity_event (
  district_code text NOT NULL, id uuid NOT NULL, entity_id uuid NOT NULL, type text NOT NULL, at timestamptz NOT NULL,
  actor_id text NOT NULL, actor_name text NOT NULL, body text NOT NULL, leaf bytea NOT NULL,
  PRIMARY KEY (district_code, id));
CREATE INDEX entity_event_by_entity ON entity_event (district_code, entity_id, at);

-- procedures: matters ---------------------------------------------------------------------------------
CREATE TABLE matter (
  district_code text NOT NULL, id uuid NOT NULL, procedure text NOT NULL, number text NOT NULL,
  state text NOT NULL, title text NOT NULL, channel text NOT NULL,
  subject_entity_id uuid, subject_name text, subject_bigrams text[] NOT NULL DEFAULT '{}',
  town_code text, office_id text NOT NULL, assignee_id uuid,
  received_at timestamptz NOT NULL, opened_at timestamptz NOT NULL, law_on date NOT NULL,
  closed_at timestamptz, outcome text, facts jsonb NOT NULL, next_due_at timestamptz, next_clock text,
  version integer NOT NULL, synthetic boolean NOT NULL DEFAULT false, updated_at timestamptz NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT matter_number_unique UNIQUE (district_code, number));
CREATE INDEX matter_open_by_due ON matter (district_code, next_due_at, id) WHERE closed_at IS NULL;
CREATE INDEX matter_open_by_assignee ON matter (district_code, assignee_id, next_due_at, id) WHERE closed_at IS NULL;
CREATE INDEX matter_by_received ON matter (district_code, procedure, received_at, id);
CREATE INDEX matter_by_subject ON matter (district_code, subject_entity_id, received_at) WHERE subject_entity_id IS NOT NULL;
CREATE INDEX matter_subject_bigrams ON matter USING gin (subject_bigrams);
CREATE TABLE matter_event (
  district_code text NOT NULL, id uuid NOT NULL, matter_id uuid NOT NULL, seq integer NOT NULL, type text NOT NULL, step text,
  actor_id text NOT NULL, actor_name text NOT NULL, at timestamptz NOT NULL, body text NOT NULL, leaf bytea NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT matter_event_seq_unique UNIQUE (district_code, matter_id, seq));
CREATE TABLE matter_clock (
  district_code text NOT NULL, id uuid NOT NULL, matter_id uuid NOT NULL, procedure text NOT NULL, office_id text NOT NULL, town_code text,
  kind text NOT NULL, occurrence integer NOT NULL, rule text NOT NULL, basis text NOT NULL, due_step text NOT NULL,
  started_at timestamptz NOT NULL, limit_amount integer NOT NULL, limit_unit text NOT NULL, roll text NOT NULL,
  status text NOT NULL CHECK (status IN ('running','paused','stopped')),
  due_at timestamptz, due_on date, target_on date, not_before_at timestamptz, missing_year integer,
  stopped_at timestamptz, is_met boolean, pauses jsonb NOT NULL, extensions jsonb NOT NULL, derivation jsonb NOT NULL, calendar_version text NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT matter_clock_occurrence_unique UNIQUE (district_code, matter_id, kind, occurrence));
CREATE INDEX matter_clock_by_due ON matter_clock (district_code, kind, due_at);
CREATE INDEX matter_clock_undetermined ON matter_clock (district_code, missing_year) WHERE missing_year IS NOT NULL AND stopped_at IS NULL;
CREATE TABLE matter_link (
  district_code text NOT NULL, id uuid NOT NULL, matter_id uuid NOT NULL, other_id uuid NOT NULL, kind text NOT NULL,
  reason text NOT NULL, at timestamptz NOT NULL, actor_id text NOT NULL,
  PRIMARY KEY (district_code, id),
  CONSTRAINT matter_link_unique UNIQUE (district_code, matter_id, other_id, kind));
CREATE INDEX matter_link_by_other ON matter_link (district_code, other_id);
CREATE TABLE step_receipt (
  district_code text NOT NULL, step_id uuid NOT NULL, matter_id uuid NOT NULL, request_hash text NOT NULL, result text NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (district_code, step_id));
-- Personal data of the people in a matter. Events carry only a salted hash of it, so that it can be erased.
CREATE TABLE party (
  district_code text NOT NULL, id uuid NOT NULL, matter_id uuid NOT NULL, role text NOT NULL, is_confidential boolean NOT NULL,
  name text, phone text, id_number text, address text, email text, contact_key text, salt text NOT NULL, erased_at timestamptz,
  PRIMARY KEY (district_code, id));
CREATE INDEX party_by_matter ON party (district_code, matter_id);
CREATE INDEX party_by_contact ON party (district_code, contact_key) WHERE contact_key IS NOT NULL;
CREATE TABLE attachment (
  district_code text NOT NULL, id uuid NOT NULL, matter_id uuid NOT NULL, name text NOT NULL, media_type text NOT NULL, byte_size bigint NOT NULL,
  sha256 text NOT NULL, from_party boolean NOT NULL, added_at timestamptz NOT NULL, added_by text NOT NULL,
  PRIMARY KEY (district_code, id));
CREATE INDEX attachment_by_matter ON attachment (district_code, matter_id);
CREATE TABLE document (
  district_code text NOT NULL, id uuid NOT NULL, matter_id uuid NOT NULL, template text NOT NULL, title text NOT NULL,
  series text NOT NULL, year integer NOT NULL, serial integer NOT NULL, number text NOT NULL,
  facts jsonb NOT NULL, sha256 text NOT NULL, byte_size bigint NOT NULL, audience text NOT NULL,
  issued_at timestamptz NOT NULL, issued_by text NOT NULL, withdrawn_at timestamptz, withdrawn_reason text,
  PRIMARY KEY (district_code, id),
  CONSTRAINT document_number_unique UNIQUE (district_code, series, year, serial));
CREATE INDEX document_by_matter ON document (district_code, matter_id);
CREATE TABLE number_series (
  district_code text NOT NULL, series text NOT NULL, year integer NOT NULL, last integer NOT NULL,
  PRIMARY KEY (district_code, series, year));

-- intake from the public: written by the portal, read by the desk -------------------------------------
CREATE TABLE intake_submission (
  district_code text NOT NULL, id uuid NOT NULL, receipt_no text NOT NULL, code_hash text NOT NULL, kind text NOT NULL,
  form jsonb NOT NULL, files jsonb NOT NULL, received_at timestamptz NOT NULL, processed_at timestamptz,
  PRIMARY KEY (district_code, id),
  CONSTRAINT intake_submission_receipt_unique UNIQUE (district_code, receipt_no));
CREATE INDEX intake_submission_waiting ON intake_submission (district_code, received_at) WHERE processed_at IS NULL;
-- What the person who submitted may see, by receipt number and code.
CREATE TABLE tracking (
  district_code text NOT NULL, receipt_no text NOT NULL, code_hash text NOT NULL, matter_id uuid, extract jsonb NOT NULL, updated_at timestamptz NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (district_code, id));
CREATE INDEX tracking_by_receipt ON tracking (district_code, receipt_no);
CREATE INDEX tracking_by_matter ON tracking (district_code, matter_id);

-- publication ------------------------------------------------------------------------------------------
CREATE TABLE publication (
  district_code text NOT NULL, id uuid NOT NULL, kind text NOT NULL, matter_id uuid, entity_id uuid, title text NOT NULL,
  title_bigrams text[] NOT NULL DEFAULT '{}', extract jsonb, published_at timestamptz NOT NULL, until_on date,
  ended_at timestamptz, ended_reason text, synthetic boolean NOT NULL DEFAULT false,
  PRIMARY KEY (district_code, id));
CREATE INDEX publication_by_kind ON publication (district_code, kind, published_at DESC, id);
CREATE INDEX publication_title_bigrams ON publication USING gin (title_bigrams);
CREATE VIEW published_entity WITH (security_barrier = true) AS
  SELECT district_code, id, uscc, name, name_bigrams, name_sort, kind, legal_form, status, legal_representative, capital_fen, capital_currency,
         established_on, deregistered_on, address, town_code, industry_code, business_scope, registration_authority, synthetic, updated_at
  FROM entity WHERE district_code = current_setting('app.district', true);

-- exchange ---------------------------------------------------------------------------------------------
CREATE TABLE import_run (
  id uuid PRIMARY KEY, district_code text NOT NULL, kind text NOT NULL, file_name text NOT NULL, file_sha256 text NOT NULL, is_dry_run boolean NOT NULL,
  status text NOT NULL, total integer NOT NULL, created integer NOT NULL, updated integer NOT NULL, unchanged integer NOT NULL, failed integer NOT NULL,
  errors jsonb NOT NULL, annotated_sha256 text, account_id text NOT NULL, started_at timestamptz NOT NULL, finished_at timestamptz);

-- audit and ledger -------------------------------------------------------------------------------------
-- Reads of personal data, refused attempts, sign-ins, exports, changes of rights.
CREATE TABLE audit_event (
  district_code text NOT NULL, id uuid NOT NULL, type text NOT NULL, account_id text NOT NULL, account_name text NOT NULL,
  subject text, at timestamptz NOT NULL, body text NOT NULL, leaf bytea NOT NULL,
  PRIMARY KEY (district_code, id));
CREATE INDEX audit_event_by_time ON audit_event (district_code, at DESC, id);
CREATE INDEX audit_event_by_subject ON audit_event (district_code, subject, at) WHERE subject IS NOT NULL;
-- One row per event not yet sealed; the sealer turns it into a leaf.
CREATE TABLE ledger_pending (
  district_code text NOT NULL, id uuid NOT NULL, source text NOT NULL, PRIMARY KEY (district_code, id));
CREATE TABLE ledger_leaf (
  leaf_index bigint PRIMARY KEY, district_code text NOT NULL, source text NOT NULL, event_id uuid NOT NULL, leaf bytea NOT NULL);
CREATE TABLE ledger_seal (
  tree_size bigint PRIMARY KEY, root bytea NOT NULL, hash_name text NOT NULL, frontier bytea[] NOT NULL, previous_root bytea NOT NULL, sealed_at timestamptz NOT NULL);

-- privileges: append-only tables get INSERT and SELECT, nothing else ----------------------------------------
GRANT USAGE ON SCHEMA public TO hengjian_desk, hengjian_portal;
GRANT SELECT ON district, town, village, calendar_year, office TO hengjian_desk, hengjian_portal;
GRANT INSERT, UPDATE ON calendar_year, office TO hengjian_desk;
GRANT SELECT, INSERT, UPDATE ON entity, entity_key, matter, matter_clock, party, document, tracking, publication, import_run, number_series TO hengjian_desk;
GRANT SELECT, INSERT ON matter_event, entity_event, audit_event, ledger_pending, attachment, matter_link, step_receipt TO hengjian_desk;
GRANT SELECT ON ledger_leaf, ledger_seal TO hengjian_desk;
GRANT SELECT, UPDATE ON intake_submission TO hengjian_desk;
GRANT SELECT (id, district_code, login, name, office_id, certificate_no, certificate_until, totp_confirmed_at, failed_attempts, locked_until, disabled_at, created_at, password_changed_at)
  ON account TO hengjian_desk;
GRANT SELECT ON role_grant, setting TO hengjian_desk;
GRANT SELECT ON published_entity, publication, tracking TO hengjian_portal;
GRANT INSERT ON intake_submission, audit_event, ledger_pending, tracking TO hengjian_portal;

-- row-level security: the second line behind every query ----------------------------------------------------
ALTER TABLE entity ENABLE ROW LEVEL SECURITY;
CREATE POLICY entity_district ON entity TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE entity_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY entity_event_district ON entity_event TO hengjian_desk USING (district_code = current_setting('app.district', true));

ALTER TABLE matter ENABLE ROW LEVEL SECURITY;
CREATE POLICY matter_scope ON matter TO hengjian_desk USING (
  district_code = current_setting('app.district', true)
  AND (current_setting('app.offices', true) = '*' OR office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
  AND (current_setting('app.towns', true) = '*' OR town_code IS NULL OR town_code = ANY (string_to_array(current_setting('app.towns', true), ','))))
  WITH CHECK (district_code = current_setting('app.district', true));
ALTER TABLE matter_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY matter_clock_scope ON matter_clock TO hengjian_desk USING (
  district_code = current_setting('app.district', true)
  AND (current_setting('app.offices', true) = '*' OR office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
  AND (current_setting('app.towns', true) = '*' OR town_code IS NULL OR town_code = ANY (string_to_array(current_setting('app.towns', true), ','))))
  WITH CHECK (district_code = current_setting('app.district', true));

-- What hangs on a matter is readable only after the matter itself was opened: app.matters names the opened ones.
ALTER TABLE matter_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY matter_event_opened ON matter_event TO hengjian_desk USING (
  district_code = current_setting('app.district', true) AND matter_id::text = ANY (string_to_array(current_setting('app.matters', true), ',')))
  WITH CHECK (district_code = current_setting('app.district', true));
ALTER TABLE matter_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY matter_link_opened ON matter_link TO hengjian_desk USING (
  district_code = current_setting('app.district', true)
  AND (matter_id::text = ANY (string_to_array(current_setting('app.matters', true), ',')) OR other_id::text = ANY (string_to_array(current_setting('app.matters', true), ','))))
  WITH CHECK (district_code = current_setting('app.district', true));
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY attachment_opened ON attachment TO hengjian_desk USING (
  district_code = current_setting('app.district', true) AND matter_id::text = ANY (string_to_array(current_setting('app.matters', true), ',')))
  WITH CHECK (district_code = current_setting('app.district', true));
ALTER TABLE document ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_opened ON document TO hengjian_desk USING (
  district_code = current_setting('app.district', true) AND matter_id::text = ANY (string_to_array(current_setting('app.matters', true), ',')))
  WITH CHECK (district_code = current_setting('app.district', true));
-- Parties: the opened matters only; a reporter's identity only where the reader may see confidential parties.
ALTER TABLE party ENABLE ROW LEVEL SECURITY;
CREATE POLICY party_opened ON party TO hengjian_desk USING (
  district_code = current_setting('app.district', true)
  AND matter_id::text = ANY (string_to_array(current_setting('app.matters', true), ','))
  AND (NOT is_confidential OR current_setting('app.confidential', true) = 'on'))
  WITH CHECK (district_code = current_setting('app.district', true));

ALTER TABLE step_receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY step_receipt_district ON step_receipt TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE number_series ENABLE ROW LEVEL SECURITY;
CREATE POLICY number_series_district ON number_series TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE intake_submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY intake_submission_desk ON intake_submission TO hengjian_desk USING (
  district_code = current_setting('app.district', true) AND current_setting('app.intake', true) = 'on');
CREATE POLICY intake_submission_portal ON intake_submission FOR INSERT TO hengjian_portal WITH CHECK (district_code = current_setting('app.district', true));
ALTER TABLE tracking ENABLE ROW LEVEL SECURITY;
CREATE POLICY tracking_desk ON tracking TO hengjian_desk USING (district_code = current_setting('app.district', true));
CREATE POLICY tracking_portal_read ON tracking FOR SELECT TO hengjian_portal USING (
  district_code = current_setting('app.district', true)
  AND receipt_no = current_setting('app.receipt_no', true) AND code_hash = current_setting('app.receipt_code', true));
CREATE POLICY tracking_portal_write ON tracking FOR INSERT TO hengjian_portal WITH CHECK (district_code = current_setting('app.district', true));
ALTER TABLE publication ENABLE ROW LEVEL SECURITY;
CREATE POLICY publication_desk ON publication TO hengjian_desk USING (district_code = current_setting('app.district', true));
CREATE POLICY publication_portal ON publication FOR SELECT TO hengjian_portal USING (district_code = current_setting('app.district', true));
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_event_read ON audit_event FOR SELECT TO hengjian_desk USING (
  district_code = current_setting('app.district', true)
  AND (current_setting('app.audit', true) = 'on' OR subject = ANY (string_to_array(current_setting('app.matters', true), ','))));
CREATE POLICY audit_event_write ON audit_event FOR INSERT TO hengjian_desk, hengjian_portal WITH CHECK (district_code = current_setting('app.district', true));
ALTER TABLE ledger_pending ENABLE ROW LEVEL SECURITY;
CREATE POLICY ledger_pending_write ON ledger_pending FOR INSERT TO hengjian_desk, hengjian_portal WITH CHECK (district_code = current_setting('app.district', true));
CREATE POLICY ledger_pending_read ON ledger_pending FOR SELECT TO hengjian_desk USING (district_code = current_setting('app.district', true));
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY import_run_district ON import_run TO hengjian_desk USING (district_code = current_setting('app.district', true));

DO $$ BEGIN IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
  PERFORM create_reference_table('district'); PERFORM create_reference_table('town'); PERFORM create_reference_table('village');
  PERFORM create_reference_table('calendar_year');
  PERFORM create_distributed_table('office', 'district_code');
  PERFORM create_distributed_table(t, 'district_code', colocate_with => 'office') FROM unnest(ARRAY['entity','entity_event','matter','matter_event',
    'matter_clock','matter_link','step_receipt','party','attachment','document','number_series','intake_submission','tracking','publication',
    'audit_event','ledger_pending']::regclass[]) t;
  PERFORM create_distributed_table('entity_key', 'uscc');
END IF; END $$;
