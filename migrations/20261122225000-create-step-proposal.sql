-- A step prepared by one person for the approval of another: every revision stays.
CREATE TABLE step_proposal (
  district_code text NOT NULL, id uuid NOT NULL, matter_id uuid NOT NULL, step text NOT NULL, revision integer NOT NULL, input jsonb NOT NULL, comment text,
  made_by text NOT NULL, made_by_name text NOT NULL, made_at timestamptz NOT NULL,
  status text NOT NULL, decided_by text, decided_by_name text, decided_at timestamptz, decision_comment text,
  PRIMARY KEY (district_code, id),
  CONSTRAINT step_proposal_revision_unique UNIQUE (district_code, matter_id, step, revision));
CREATE INDEX step_proposal_waiting ON step_proposal (district_code, made_at) WHERE status = 'waiting';
GRANT SELECT, INSERT, UPDATE ON step_proposal TO hengjian_desk;
ALTER TABLE step_proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY step_proposal_opened ON step_proposal TO hengjian_desk USING (
  district_code = current_setting('app.district', true) AND matter_id::text = ANY (string_to_array(current_setting('app.matters', true), ',')))
  WITH CHECK (district_code = current_setting('app.district', true));

-- Whoever holds a document compares it under the code it bears; the view shows nothing of the matter.
ALTER TABLE document ADD COLUMN check_code text;
CREATE INDEX document_by_check_code ON document (district_code, check_code) WHERE check_code IS NOT NULL;
CREATE VIEW checked_document WITH (security_barrier = true) AS
  SELECT district_code, title, number, sha256, byte_size, issued_at, withdrawn_at FROM document
  WHERE district_code = current_setting('app.district', true) AND check_code = current_setting('app.document_code', true);
GRANT SELECT ON checked_document TO hengjian_portal;

DO $$ BEGIN IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
  PERFORM create_distributed_table('step_proposal', 'district_code', colocate_with => 'office');
END IF; END $$;
