-- People are told by mail when the way into their account changes, in the language they signed up in.
ALTER TYPE mail_kind ADD VALUE 'security_notice';
ALTER TABLE users ADD COLUMN locale text;

-- Of where a session began, the network is kept and not the address (RELIABILITY.md K6). What was kept so far goes.
UPDATE sessions SET ip_address = NULL;
UPDATE sessions SET expires_at = least(expires_at, created_at + interval '30 days', updated_at + interval '7 days');

-- In which browsers somebody has signed in, by name and system, so that a new one is told of.
CREATE TABLE known_browsers (
  user_id text NOT NULL,
  browser text NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, browser),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- Whoever is taken out of a workspace, or given another role, is signed out (server/auth/end-sessions.ts).
GRANT DELETE ON sessions TO svar_door;
