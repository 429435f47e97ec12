-- What a company wants to reach and who answers for it. Metric, team and days are what a target is about and stay;
-- goal, minimum and owner change with a reason, and every version is kept.
CREATE TYPE target_metric AS ENUM('nps', 'response_rate', 'first_reply', 'recovery');
CREATE TYPE target_repeats AS ENUM('month', 'quarter', 'year');

CREATE TABLE targets (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  metric target_metric NOT NULL,
  team_id uuid,
  repeats target_repeats,
  from_day date NOT NULL,
  to_day date,
  goal integer NOT NULL,
  minimum integer NOT NULL CHECK (minimum >= 10),
  owner_id text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id),
  FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL,
  CHECK ((repeats IS NULL) = (to_day IS NOT NULL)),
  CHECK (to_day >= from_day),
  CHECK (CASE metric WHEN 'nps' THEN goal BETWEEN -100 AND 100 ELSE goal BETWEEN 1 AND 100 END),
  -- Who was asked is counted for the whole only.
  CHECK (metric <> 'response_rate' OR team_id IS NULL)
);
-- Of two targets for the same thing nobody would know which one holds.
CREATE UNIQUE INDEX targets_repeating ON targets (workspace_id, metric, team_id, repeats) NULLS NOT DISTINCT
  WHERE repeats IS NOT NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX targets_once ON targets (workspace_id, metric, team_id, from_day, to_day) NULLS NOT DISTINCT
  WHERE repeats IS NULL AND ended_at IS NULL;
SELECT svar_protect('targets');

CREATE TABLE target_changes (
  workspace_id uuid NOT NULL,
  target_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('set', 'changed', 'ended')),
  goal integer NOT NULL,
  minimum integer NOT NULL,
  owner_id text,
  reason text,
  changed_by text,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, target_id, version),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, target_id) REFERENCES targets (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL
);
SELECT svar_protect('target_changes');
REVOKE UPDATE, DELETE ON target_changes FROM svar_app;
-- A target goes with its workspace only.
REVOKE DELETE ON targets FROM svar_app;

-- How fast customers hear from us is told of the newest cases of some days; how many wait, of those not closed.
CREATE INDEX cases_opened ON cases (workspace_id, opened_at, id) INCLUDE (due_at, first_reply_at, state, response_id);
CREATE INDEX cases_standing ON cases (workspace_id, opened_at) INCLUDE (due_at, first_reply_at, response_id)
  WHERE state <> 'closed';
