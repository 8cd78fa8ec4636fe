-- What lasts as long as another publication gets another last day: a change of its own on the record.
ALTER TABLE publication_version DROP CONSTRAINT publication_version_action;
ALTER TABLE publication_version ADD CONSTRAINT publication_version_action CHECK (action IN ('published', 'corrected', 'ended', 'restored', 'retimed'));
