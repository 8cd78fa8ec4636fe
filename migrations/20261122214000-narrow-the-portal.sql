-- The public role writes intake rows and nothing else.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
REVOKE INSERT ON tracking, audit_event, ledger_pending FROM hengjian_portal;
DROP POLICY tracking_portal_write ON tracking;
