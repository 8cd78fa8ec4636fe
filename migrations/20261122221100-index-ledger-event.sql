-- From an event to its leaf: a draw shows the seal that holds its announcement.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
CREATE INDEX ledger_leaf_by_event ON ledger_leaf (event_id);
