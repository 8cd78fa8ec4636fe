-- A code shown at another door than its own is found out by the name.
CREATE OR REPLACE VIEW checked_visit WITH (security_barrier = true) AS
  SELECT m.district_code, m.number, m.facts ->> 'drawNumber' AS draw_number, m.facts ->> 'planTask' AS plan_task,
    m.facts ->> 'plannedFrom' AS planned_from, m.facts ->> 'plannedUntil' AS planned_until, o.name AS office_name, a.certificate_no, a.certificate_until, m.subject_name
  FROM matter m
  JOIN office o ON o.district_code = m.district_code AND o.id = m.office_id
  LEFT JOIN account a ON a.district_code = m.district_code AND m.facts -> 'inspectors' ? a.id::text
  WHERE m.district_code = current_setting('app.district', true) AND m.procedure = 'inspection' AND m.closed_at IS NULL
    AND m.number = current_setting('app.entry_code', true);
