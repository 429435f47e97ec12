CREATE TABLE teams (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX teams_name ON teams (workspace_id, lower(name));
SELECT svar_protect('teams');

CREATE TABLE accounts (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX accounts_name ON accounts (workspace_id, lower(name));
SELECT svar_protect('accounts');

CREATE TABLE contacts (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  email text,
  email_key text,
  address_hash bytea,
  name text,
  locale text,
  external_id text,
  account_id uuid,
  team_id uuid,
  employee text,
  attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
  source text NOT NULL,
  legal_ground text NOT NULL,
  sample boolean DEFAULT false NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, account_id) REFERENCES accounts (workspace_id, id),
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id)
);
CREATE UNIQUE INDEX contacts_email ON contacts (workspace_id, email_key) WHERE email_key IS NOT NULL;
CREATE UNIQUE INDEX contacts_external_id ON contacts (workspace_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX contacts_address_hash ON contacts (workspace_id, address_hash);
CREATE INDEX contacts_account ON contacts (workspace_id, account_id);
CREATE INDEX contacts_name ON contacts (workspace_id, lower(coalesce(name, email, external_id)), id);
SELECT svar_protect('contacts');

CREATE TYPE suppression_reason AS ENUM('opted_out', 'hard_bounce', 'complaint', 'imported', 'by_hand');

CREATE TABLE suppressions (
  workspace_id uuid NOT NULL,
  address_hash bytea NOT NULL,
  reason suppression_reason NOT NULL,
  until timestamptz,
  source text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, address_hash, reason),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
SELECT svar_protect('suppressions');
