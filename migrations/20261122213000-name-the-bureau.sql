-- The bureau's own name and the word that opens its document numbers (文市监…): data of the district.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
ALTER TABLE district ADD COLUMN bureau_name text NOT NULL DEFAULT '';
ALTER TABLE district ADD COLUMN document_word text NOT NULL DEFAULT '';
