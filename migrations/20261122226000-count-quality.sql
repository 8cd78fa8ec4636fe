-- Who ended a limit, and what was refused, is counted over all matters in the reader's scope. The views show who, when and what; the rest of a record stays behind the opened matter.
CREATE VIEW step_taken AS
  SELECT e.district_code, e.id, e.matter_id, e.step, e.actor_id, e.actor_name, e.at
  FROM matter_event e JOIN matter m ON m.district_code = e.district_code AND m.id = e.matter_id
  WHERE e.type = 'step-taken' AND e.district_code = current_setting('app.district', true) AND m.district_code = current_setting('app.district', true)
    AND (((current_setting('app.offices', true) = '*' OR m.office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
        AND (current_setting('app.towns', true) = '*' OR m.town_code IS NULL OR m.town_code = ANY (string_to_array(current_setting('app.towns', true), ','))))
      OR (current_setting('app.pairs', true) <> ''
        AND string_to_array(current_setting('app.pairs', true), ',') && ARRAY[m.office_id || '/' || coalesce(m.town_code, '-'), '*/' || coalesce(m.town_code, '-'), m.office_id || '/*']));
CREATE VIEW step_refused AS
  SELECT a.district_code, a.id, a.at, m.id AS matter_id, m.procedure, m.office_id, m.town_code, a.body::jsonb -> 'detail' ->> 'code' AS code, a.body::jsonb -> 'detail' ->> 'says' AS says
  FROM audit_event a JOIN matter m ON m.district_code = a.district_code AND m.id = CASE WHEN a.type = 'step-refused' THEN a.subject::uuid END
  WHERE a.type = 'step-refused' AND a.district_code = current_setting('app.district', true) AND m.district_code = current_setting('app.district', true)
    AND (((current_setting('app.offices', true) = '*' OR m.office_id = ANY (string_to_array(current_setting('app.offices', true), ',')))
        AND (current_setting('app.towns', true) = '*' OR m.town_code IS NULL OR m.town_code = ANY (string_to_array(current_setting('app.towns', true), ','))))
      OR (current_setting('app.pairs', true) <> ''
        AND string_to_array(current_setting('app.pairs', true), ',') && ARRAY[m.office_id || '/' || coalesce(m.town_code, '-'), '*/' || coalesce(m.town_code, '-'), m.office_id || '/*']));
CREATE INDEX audit_event_refused ON audit_event (district_code, at) WHERE type = 'step-refused';
GRANT SELECT ON step_taken, step_refused TO hengjian_desk;
