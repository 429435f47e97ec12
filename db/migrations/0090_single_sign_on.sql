-- A company's own sign-in (OpenID Connect): its provider, with the client secret encrypted. Members may sign in by it
-- while `on_at` is set, which takes a sign-in that worked with what is set now (`tried_at`). While `demanded_at` is set
-- everybody with an address in a proven domain must, but for the administrator `kept_id`. `joins_as` is the role of
-- people who come by it and were not invited; null: they are sent away.
CREATE TABLE identity_providers (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  issuer text NOT NULL,
  client_id text NOT NULL,
  secret bytea NOT NULL,
  set_at timestamptz NOT NULL,
  set_by text,
  tried_at timestamptz,
  tried_by text,
  problem text,
  on_at timestamptz,
  on_by text,
  demanded_at timestamptz,
  demanded_by text,
  kept_id text,
  joins_as member_role,
  PRIMARY KEY (workspace_id, id),
  CHECK (on_at IS NULL OR tried_at IS NOT NULL),
  CHECK (demanded_at IS NULL OR on_at IS NOT NULL),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (set_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (tried_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (on_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (demanded_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (workspace_id, kept_id) REFERENCES members (workspace_id, user_id) ON DELETE SET NULL (kept_id)
);
-- One for a workspace.
CREATE UNIQUE INDEX identity_providers_one ON identity_providers (workspace_id);
SELECT svar_protect('identity_providers');
CREATE POLICY door ON identity_providers FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, on_at, demanded_at, kept_id) ON identity_providers TO svar_door;

-- Domains that are a company's own, each shown by a text in its DNS. Several workspaces of one company may have the same.
CREATE TABLE company_domains (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  domain text NOT NULL,
  proof text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text,
  checked_at timestamptz,
  proven_at timestamptz,
  lost_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (added_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX company_domains_name ON company_domains (workspace_id, domain);
CREATE INDEX company_domains_proven ON company_domains (domain) WHERE proven_at IS NOT NULL;
CREATE INDEX company_domains_checked ON company_domains (checked_at);
SELECT svar_protect('company_domains');
CREATE POLICY door ON company_domains FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, id, domain, proven_at, checked_at) ON company_domains TO svar_door;

-- Which person of a provider a member is: what counts from then on is the subject, whatever the address becomes.
CREATE TABLE provider_subjects (
  workspace_id uuid NOT NULL,
  user_id text NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  bound_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id, issuer),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX provider_subjects_subject ON provider_subjects (workspace_id, issuer, subject);
SELECT svar_protect('provider_subjects');

-- The workspace whose provider somebody signed in by.
ALTER TABLE sessions ADD COLUMN by_workspace uuid;
GRANT SELECT (by_workspace) ON sessions TO svar_door;

-- Whether a workspace is shut to somebody because it demands a second factor and they gave none. By the company's own
-- provider it is the company who asks for what it wants.
CREATE FUNCTION svar_lacks_factor(workspace uuid, person text, session text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT EXISTS (SELECT FROM second_factor_demands d WHERE d.workspace_id = workspace AND d.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM second_factors f WHERE f.user_id = person AND f.confirmed_at IS NOT NULL)
    AND NOT EXISTS (
      SELECT FROM sessions s JOIN identity_providers p ON p.workspace_id = s.by_workspace
      WHERE s.id = session AND s.user_id = person AND s.by_workspace = workspace AND p.on_at IS NOT NULL)
$$;
