-- The order in which readings were typed: two of one moment must not change places.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
ALTER TABLE draw_value ADD COLUMN seq integer NOT NULL;
ALTER TABLE draw_value ADD CONSTRAINT draw_value_seq_unique UNIQUE (district_code, draw_id, seq);
DROP INDEX draw_value_by_draw;
