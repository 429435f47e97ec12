-- Why sending was stopped by itself; null when a person paused it.
ALTER TABLE campaigns ADD COLUMN paused_because text
  CHECK (paused_because IN ('refused', 'bounces', 'complaints'));

-- Receiving domains that asked for patience, and how much of ours they get meanwhile. Of no workspace: a domain
-- slows down this installation, and all of its workers keep to one row.
CREATE TABLE mail_domains (
  domain text PRIMARY KEY,
  paused_until timestamptz NOT NULL,
  strikes integer NOT NULL,
  reason text NOT NULL,
  concurrency integer NOT NULL CHECK (concurrency > 0),
  per_minute integer NOT NULL CHECK (per_minute > 0),
  minute_began timestamptz,
  minute_count integer NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_domains TO svar_door;

-- What happened to a mail stays as it was written; it goes with the mail itself.
REVOKE UPDATE, DELETE ON mail_events FROM svar_app;

-- From when on a campaign's bounces and complaints are counted: its last resumption by a person, who has seen
-- the ones before; null counts all.
ALTER TABLE campaigns ADD COLUMN watched_since timestamptz;
