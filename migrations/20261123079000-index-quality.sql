-- What the head's figures range over: limits that still run, limits by the moment they were stopped, and who ended a review.
CREATE INDEX matter_clock_running ON matter_clock (district_code, procedure, kind, due_at) INCLUDE (started_at, office_id, town_code, matter_id) WHERE stopped_at IS NULL;
CREATE INDEX matter_clock_stopped ON matter_clock (district_code, procedure, kind, stopped_at) WHERE stopped_at IS NOT NULL;
CREATE INDEX matter_event_reviewed ON matter_event (district_code, matter_id, at) INCLUDE (step, actor_id, actor_name) WHERE type = 'step-taken' AND step IN ('approveReview', 'returnReview');
