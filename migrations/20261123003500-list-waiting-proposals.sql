-- Steps that wait for somebody's approval, for the list of whoever may approve them. Names no more of a matter than its id;
-- its readers join it with matters, where row-level security holds.
CREATE VIEW waiting_proposal WITH (security_barrier = true) AS
  SELECT district_code, matter_id, step, made_by, made_at FROM step_proposal
  WHERE district_code = current_setting('app.district', true) AND status = 'waiting';
GRANT SELECT ON waiting_proposal TO hengjian_desk;
