-- What a dashboard sums of ten million answers stands in the key itself: its rows lie far apart in the table, one page
-- each. A change of a counter writes the key anew, so it is cleaned up earlier.
ALTER TABLE response_cuts DROP CONSTRAINT response_cuts_pkey,
  ADD PRIMARY KEY (workspace_id, dimension, value, day, survey_id) INCLUDE (detractors, passives, promoters);
ALTER TABLE response_cuts SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- With all that the count of open cases asks, or it reads the closed ones too.
DROP INDEX cases_standing;
CREATE INDEX cases_standing ON cases (workspace_id, opened_at)
  INCLUDE (due_at, first_reply_at, state, response_id, came_by, merged_into) WHERE state <> 'closed';
