-- Search by words goes through views of the owner. Row-level security would keep the bigram indexes out of the plan
-- (array containment is not leakproof), so each view carries the policy's own condition instead.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
CREATE VIEW entity_search AS
  SELECT district_code, id, name_bigrams, name_sort, address, address_bigrams, kind, status, town_code
  FROM entity WHERE district_code = current_setting('app.district', true);
CREATE VIEW matter_search AS
  SELECT district_code, id, number, title, subject_name, subject_bigrams
  FROM matter WHERE district_code = current_setting('app.district', true)
    AND (current_setting('app.offices', true) = '*' OR office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
    AND (current_setting('app.towns', true) = '*' OR town_code IS NULL OR town_code = ANY (string_to_array(current_setting('app.towns', true), ',')));
GRANT SELECT ON entity_search, matter_search TO hengjian_desk;
ALTER VIEW published_entity RESET (security_barrier);
