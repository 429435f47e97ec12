-- What the figures of cases are read from.

-- How long the customer waited for the first reply, in whole minutes of the working time that held when it left.
-- Cases from before are counted as everybody worked who had set no hours: Monday to Friday, round the clock.
ALTER TABLE cases ADD COLUMN first_reply_minutes integer CHECK (first_reply_minutes >= 0);
ALTER TABLE workspaces NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_closures NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_events NO FORCE ROW LEVEL SECURITY;
UPDATE cases SET first_reply_minutes = (
  SELECT coalesce(round(sum(extract(epoch FROM greatest(interval '0', least(first_reply_at, (day + interval '1 day') AT TIME ZONE w.timezone)
    - greatest(opened_at, day AT TIME ZONE w.timezone))) / 60)), 0)
  FROM generate_series(
    date_trunc('day', opened_at AT TIME ZONE w.timezone), first_reply_at AT TIME ZONE w.timezone, interval '1 day') AS day
  WHERE extract(isodow FROM day) < 6)
FROM workspaces w
WHERE w.id = cases.workspace_id AND first_reply_at IS NOT NULL;

-- A closing that its author took back at once (Undo) was none; one that was opened again later was.
ALTER TABLE case_closures ADD COLUMN taken_back_at timestamptz,
  ADD CHECK (taken_back_at IS NULL OR reopened_at = taken_back_at);
UPDATE case_closures k SET taken_back_at = k.reopened_at
FROM case_events e JOIN case_events undone ON undone.workspace_id = e.workspace_id AND undone.act_id = e.act_id
  AND undone.case_id = e.case_id AND undone.kind = 'undone'
WHERE e.workspace_id = k.workspace_id AND e.case_id = k.case_id AND e.kind = 'closed' AND e.at = k.closed_at
  AND k.reopened_at IS NOT NULL;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
ALTER TABLE case_closures FORCE ROW LEVEL SECURITY;
ALTER TABLE case_events FORCE ROW LEVEL SECURITY;

-- Figures are read by the days on which cases were opened, closed, and asked about, from the indexes alone.
DROP INDEX cases_opened;
CREATE INDEX cases_opened ON cases (workspace_id, opened_at, id)
  INCLUDE (due_at, first_due_at, first_reply_at, first_reply_minutes, state, response_id, invitation_id, came_by, merged_into);
CREATE INDEX case_closures_closed ON case_closures (workspace_id, closed_at)
  INCLUDE (case_id, cause_id, reopened_at, taken_back_at);
CREATE INDEX recovery_checks_asked ON recovery_checks (workspace_id, asked_at) WHERE asked_at IS NOT NULL;
