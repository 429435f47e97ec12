-- Who did what, when, from where, and what it was before and after (RELIABILITY.md K5). The application can add entries
-- and read them, and nothing else: no right to change or delete them, and none to empty the table. No customer's name,
-- address or words stand here, so erasing a person need not touch it.
CREATE TABLE audit_entries (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('member', 'api-key', 'respondent', 'share-reader', 'system')),
  actor_id text,
  -- As it was then: people are renamed and leave, keys are revoked.
  actor_name text,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text,
  subject_label text,
  before jsonb NOT NULL DEFAULT '{}',
  after jsonb NOT NULL DEFAULT '{}',
  -- Never the whole address: /24 of IPv4, /48 of IPv6 (K6).
  network cidr CHECK (masklen(network) <= CASE family(network) WHEN 4 THEN 24 ELSE 48 END),
  request_id text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
CREATE INDEX audit_entries_at ON audit_entries (workspace_id, at DESC, id DESC);
CREATE INDEX audit_entries_actor ON audit_entries (workspace_id, actor_id, at DESC, id DESC);
SELECT svar_protect('audit_entries');
REVOKE UPDATE, DELETE ON audit_entries FROM svar_app;

-- The whole address of the last seven days, to look into what has just happened; then it is forgotten.
CREATE TABLE audit_addresses (
  workspace_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  address inet NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, entry_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, entry_id) REFERENCES audit_entries (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX audit_addresses_at ON audit_addresses (workspace_id, at);
SELECT svar_protect('audit_addresses');
REVOKE UPDATE ON audit_addresses FROM svar_app;
