-- Finds a matter by its number on the platform it came from: an export imported twice opens nothing twice.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
CREATE INDEX matter_by_outside_no ON matter (district_code, (facts ->> 'outsideNo')) WHERE facts ->> 'outsideNo' IS NOT NULL;
