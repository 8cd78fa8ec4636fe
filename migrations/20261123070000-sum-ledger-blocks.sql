-- The root of each complete run of 1024 leaves, so that a proof need not read every leaf. Nothing is proved by it: it can be emptied at any time.
CREATE TABLE ledger_block (block bigint PRIMARY KEY, root bytea NOT NULL);
