-- Who works in which team, until `removed_at`; its lead does as well (teams.lead_id).
CREATE TABLE team_members (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  team_id uuid NOT NULL,
  user_id text NOT NULL,
  added_by text,
  added_at timestamptz NOT NULL,
  removed_by text,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (added_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (removed_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX team_members_standing ON team_members (workspace_id, user_id, team_id) WHERE removed_at IS NULL;
CREATE INDEX team_members_team ON team_members (workspace_id, team_id);
SELECT svar_protect('team_members');
REVOKE UPDATE, DELETE ON team_members FROM svar_app;
GRANT UPDATE (removed_by, removed_at) ON team_members TO svar_app;
CREATE POLICY door ON team_members FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, team_id, user_id, removed_at) ON team_members TO svar_door;

-- That agents and viewers see their own teams' cases and answers only, until `ended_at`; and what belongs to no team, where
-- `teamless` says so.
CREATE TABLE team_sights (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  teamless boolean NOT NULL,
  begun_by text,
  begun_at timestamptz NOT NULL,
  ended_by text,
  ended_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (begun_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX team_sights_standing ON team_sights (workspace_id) WHERE ended_at IS NULL;
SELECT svar_protect('team_sights');
REVOKE UPDATE, DELETE ON team_sights FROM svar_app;
GRANT UPDATE (ended_by, ended_at) ON team_sights TO svar_app;
CREATE POLICY door ON team_sights FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, teamless, ended_at) ON team_sights TO svar_door;
CREATE POLICY door ON teams FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, id, lead_id) ON teams TO svar_door;
CREATE POLICY door ON absences FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, user_id, cover_id, from_day, to_day, ended_at) ON absences TO svar_door;

-- Who sees a case whatever its team: whom a note names, or who is to keep a promise in it. `by_id` is the note or the promise.
CREATE TABLE case_sights (
  workspace_id uuid NOT NULL,
  by_id uuid NOT NULL,
  user_id text NOT NULL,
  case_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, by_id, user_id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE INDEX case_sights_user ON case_sights (workspace_id, user_id, case_id);
CREATE INDEX case_sights_case ON case_sights (workspace_id, case_id);

ALTER TABLE outbound_mails NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_messages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE members NO FORCE ROW LEVEL SECURITY;
ALTER TABLE promises NO FORCE ROW LEVEL SECURITY;
INSERT INTO case_sights (workspace_id, by_id, user_id, case_id, at)
SELECT DISTINCT ON (n.workspace_id, n.id, w.user_id) n.workspace_id, n.id, w.user_id, n.case_id, n.at
FROM outbound_mails m
JOIN case_messages n ON n.workspace_id = m.workspace_id AND n.id = m.case_message_id
JOIN members w ON w.workspace_id = m.workspace_id AND w.user_id = m.payload ->> 'userId'
WHERE m.kind = 'case_mention';
INSERT INTO case_sights (workspace_id, by_id, user_id, case_id, at)
SELECT p.workspace_id, p.id, w.user_id, p.case_id, now()
FROM promises p JOIN members w ON w.workspace_id = p.workspace_id AND w.user_id = p.owner_id
WHERE p.ended_at IS NULL;
ALTER TABLE outbound_mails FORCE ROW LEVEL SECURITY;
ALTER TABLE case_messages FORCE ROW LEVEL SECURITY;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
ALTER TABLE promises FORCE ROW LEVEL SECURITY;
SELECT svar_protect('case_sights');
