-- An overdue answer is told to the lead of the case's team, or to the managers where it has none.
ALTER TABLE teams
  ADD COLUMN lead_id text,
  ADD FOREIGN KEY (lead_id) REFERENCES users (id) ON DELETE SET NULL;
-- After so many minutes of working time; null: nobody is told.
ALTER TABLE workspaces
  ADD COLUMN escalate_after_minutes integer DEFAULT 60 CHECK (escalate_after_minutes BETWEEN 0 AND 10080);
-- When that will be; null once it was looked at, and in cases that were opened before.
ALTER TABLE cases ADD COLUMN escalate_at timestamptz;
CREATE INDEX cases_to_escalate ON cases (escalate_at) WHERE escalate_at IS NOT NULL;
-- The worker finds the workspaces in which it is time.
CREATE POLICY door_escalates ON cases FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, escalate_at) ON cases TO svar_door;

-- A colleague is away on these days, both included, and another one stands in.
CREATE TABLE absences (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day),
  cover_id text NOT NULL CHECK (cover_id <> user_id),
  added_at timestamptz NOT NULL,
  added_by text,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  FOREIGN KEY (cover_id) REFERENCES users (id) ON DELETE CASCADE,
  FOREIGN KEY (added_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX absences_days ON absences (workspace_id, to_day) WHERE ended_at IS NULL;
SELECT svar_protect('absences');
