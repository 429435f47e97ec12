-- A workspace may be open only to people who sign in with a second factor. The demand stands until `ended_at`.
CREATE TABLE second_factor_demands (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  demanded_by text,
  demanded_at timestamptz NOT NULL,
  ended_by text,
  ended_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (demanded_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX second_factor_demands_standing ON second_factor_demands (workspace_id) WHERE ended_at IS NULL;
SELECT svar_protect('second_factor_demands');
REVOKE UPDATE, DELETE ON second_factor_demands FROM svar_app;
GRANT UPDATE (ended_by, ended_at) ON second_factor_demands TO svar_app;
CREATE POLICY door ON second_factor_demands FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, ended_at) ON second_factor_demands TO svar_door;

-- Who has a second factor is seen at the door, and by colleagues; the secret by neither.
ALTER TABLE second_factors ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON second_factors FOR SELECT TO svar_door USING (true);
CREATE POLICY colleagues ON second_factors FOR SELECT TO svar_app
  USING (EXISTS (SELECT FROM members WHERE members.user_id = second_factors.user_id AND members.workspace_id = svar_workspace_id()));
GRANT SELECT (user_id, confirmed_at) ON second_factors TO svar_door, svar_app;
