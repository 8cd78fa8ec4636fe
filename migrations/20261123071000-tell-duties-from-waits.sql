-- Whether the limit that ends next is one the bureau must keep, not a time that others have or that must pass: such work comes first, and only it can be overdue.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
ALTER TABLE matter ADD COLUMN has_duty boolean NOT NULL DEFAULT true;
DROP INDEX matter_open_by_due;
CREATE INDEX matter_open_by_due ON matter (district_code, has_duty DESC, next_due_at, id) WHERE closed_at IS NULL;
