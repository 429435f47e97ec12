-- When people work: of the workspace (team_id null), and of teams that keep hours of their own. Due times are counted in
-- it. A workspace without a row works from Monday to Friday, round the clock, as it always did.
CREATE TABLE working_times (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  team_id uuid,
  -- Null: the workspace's.
  timezone text,
  -- Seven lists of spans, Monday first: {"from": 480, "to": 960}, in minutes after midnight.
  week jsonb NOT NULL CHECK (jsonb_typeof(week) = 'array' AND jsonb_array_length(week) = 7),
  -- Whose public holidays are days off; null: nobody's.
  calendar text,
  customary boolean DEFAULT false NOT NULL,
  set_at timestamptz NOT NULL,
  set_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (set_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX working_times_team ON working_times (workspace_id, team_id) NULLS NOT DISTINCT;
SELECT svar_protect('working_times');

-- Days on which the company, or one team of it, is closed beside the public holidays.
CREATE TABLE closed_days (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  team_id uuid,
  day date NOT NULL,
  name text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text,
  removed_at timestamptz,
  removed_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (added_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (removed_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX closed_days_standing ON closed_days (workspace_id, team_id, day) NULLS NOT DISTINCT
  WHERE removed_at IS NULL;
SELECT svar_protect('closed_days');

-- `due_at` is when the answer is due that we owe now. Once the customer has written again it is a later one's:
-- `first_due_at` then keeps when the first reply was due, and `counted_from` since when the time counts. `soon_at`: when
-- three quarters of the working time are gone. All null in cases that were opened before.
ALTER TABLE cases
  ADD COLUMN soon_at timestamptz,
  ADD COLUMN first_due_at timestamptz,
  ADD COLUMN counted_from timestamptz;
-- How fast customers hear from us is read from the index alone.
DROP INDEX cases_opened;
CREATE INDEX cases_opened ON cases (workspace_id, opened_at, id)
  INCLUDE (due_at, first_due_at, first_reply_at, state, response_id);
