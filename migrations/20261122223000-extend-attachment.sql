-- How evidence was taken on site: what it is, when and where, for which item of a checklist. Empty for files that were uploaded at the desk.
ALTER TABLE attachment
  ADD COLUMN evidence_kind text,
  ADD COLUMN captured_at timestamptz,
  ADD COLUMN is_clock_corrected boolean,
  ADD COLUMN latitude numeric(9, 6),
  ADD COLUMN longitude numeric(9, 6),
  ADD COLUMN accuracy_in_metres numeric(10, 2),
  ADD COLUMN checklist_item text,
  ADD COLUMN added_by_account uuid;

-- The visits of one inspector.
CREATE INDEX matter_by_inspector ON matter USING gin ((facts -> 'inspectors')) WHERE procedure = 'inspection';
