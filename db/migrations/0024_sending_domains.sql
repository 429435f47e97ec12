-- A workspace's own sender domain: where its mail comes from once DNS says that it may. `records` is what DNS was
-- found to say at `checked_at`; `verified_at` is null while mail goes out under the platform's own name.
CREATE TABLE sending_domains (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  domain text NOT NULL,
  from_local text NOT NULL,
  return_label text NOT NULL,
  records jsonb DEFAULT '[]'::jsonb NOT NULL,
  created_by text,
  created_at timestamptz NOT NULL,
  checked_at timestamptz,
  verified_at timestamptz,
  lost_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
-- One for a workspace.
CREATE UNIQUE INDEX sending_domains_one ON sending_domains (workspace_id);
CREATE INDEX sending_domains_checked ON sending_domains (checked_at);
SELECT svar_protect('sending_domains');
CREATE POLICY door ON sending_domains FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, id, domain, return_label, checked_at) ON sending_domains TO svar_door;

-- The private key is encrypted under a key derived from SVAR_SECRET. A new key signs once DNS has its public half;
-- until then the one before it goes on.
CREATE TABLE dkim_keys (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  domain_id uuid NOT NULL,
  selector text NOT NULL,
  private_key bytea NOT NULL,
  public_key text NOT NULL,
  created_at timestamptz NOT NULL,
  verified_at timestamptz,
  retired_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, domain_id) REFERENCES sending_domains (workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX dkim_keys_selector ON dkim_keys (workspace_id, domain_id, selector);
SELECT svar_protect('dkim_keys');

ALTER TYPE mail_kind ADD VALUE 'domain_lost';

-- Whether questions come from the colleague who knows the customer, by name.
ALTER TABLE workspaces ADD COLUMN personal_sender boolean DEFAULT false NOT NULL;
