-- Who holds one office for some towns and another for others sees those pairs, not every combination of the two.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
ALTER POLICY matter_scope ON matter USING (
  district_code = current_setting('app.district', true)
  AND (((current_setting('app.offices', true) = '*' OR office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
      AND (current_setting('app.towns', true) = '*' OR town_code IS NULL OR town_code = ANY (string_to_array(current_setting('app.towns', true), ','))))
    OR (current_setting('app.pairs', true) <> ''
      AND string_to_array(current_setting('app.pairs', true), ',') && ARRAY[office_id || '/' || coalesce(town_code, '-'), '*/' || coalesce(town_code, '-'), office_id || '/*'])));
ALTER POLICY matter_clock_scope ON matter_clock USING (
  district_code = current_setting('app.district', true)
  AND (((current_setting('app.offices', true) = '*' OR office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
      AND (current_setting('app.towns', true) = '*' OR town_code IS NULL OR town_code = ANY (string_to_array(current_setting('app.towns', true), ','))))
    OR (current_setting('app.pairs', true) <> ''
      AND string_to_array(current_setting('app.pairs', true), ',') && ARRAY[office_id || '/' || coalesce(town_code, '-'), '*/' || coalesce(town_code, '-'), office_id || '/*'])));
CREATE OR REPLACE VIEW matter_search AS
  SELECT district_code, id, number, title, subject_name, subject_bigrams
  FROM matter WHERE district_code = current_setting('app.district', true)
    AND (((current_setting('app.offices', true) = '*' OR office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
        AND (current_setting('app.towns', true) = '*' OR town_code IS NULL OR town_code = ANY (string_to_array(current_setting('app.towns', true), ','))))
      OR (current_setting('app.pairs', true) <> ''
        AND string_to_array(current_setting('app.pairs', true), ',') && ARRAY[office_id || '/' || coalesce(town_code, '-'), '*/' || coalesce(town_code, '-'), office_id || '/*']));
