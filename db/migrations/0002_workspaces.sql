CREATE TYPE member_role AS ENUM('admin', 'manager', 'agent', 'viewer');

CREATE TABLE workspaces (
  id uuid PRIMARY KEY NOT NULL,
  key text NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  locale text DEFAULT 'en' NOT NULL,
  timezone text DEFAULT 'Europe/Copenhagen' NOT NULL,
  legal_ground text NOT NULL,
  gap_any_days integer DEFAULT 30 NOT NULL,
  gap_touchpoint_days integer DEFAULT 90 NOT NULL,
  gap_relationship_days integer DEFAULT 180 NOT NULL,
  case_due_hours integer DEFAULT 24 NOT NULL,
  postal_address text,
  sample_loaded_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (key),
  UNIQUE (slug)
);

ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON workspaces TO svar_app USING (id = svar_workspace_id()) WITH CHECK (id = svar_workspace_id());
CREATE POLICY door ON workspaces FOR SELECT TO svar_door USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON workspaces TO svar_app;
GRANT SELECT ON workspaces TO svar_door;

CREATE TABLE members (
  workspace_id uuid NOT NULL,
  user_id text NOT NULL,
  role member_role NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX members_user ON members (user_id);
SELECT svar_protect('members');
CREATE POLICY door ON members FOR SELECT TO svar_door USING (true);
GRANT SELECT ON members TO svar_door;

-- A colleague's name and address are visible inside a workspace they work in, and nowhere else.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON users FOR SELECT TO svar_app
  USING (EXISTS (SELECT FROM members WHERE members.user_id = users.id AND members.workspace_id = svar_workspace_id()));
GRANT SELECT (id, name, email) ON users TO svar_app;

CREATE TABLE member_invitations (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  email text NOT NULL,
  role member_role NOT NULL,
  invited_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX member_invitations_number ON member_invitations (workspace_id, number);
SELECT svar_protect('member_invitations');

CREATE TABLE api_keys (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  hash bytea NOT NULL,
  last_four text NOT NULL,
  created_by text,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX api_keys_hash ON api_keys (workspace_id, hash);
SELECT svar_protect('api_keys');

-- The platform's own mail (password resets) has no company behind it.
INSERT INTO workspaces (id, key, slug, name, legal_ground, created_at)
VALUES ('00000000-0000-7000-8000-000000000000', '00000', '-', 'Svar', 'the user asked for it', now());
