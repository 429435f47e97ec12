CREATE TYPE mail_kind AS ENUM('invitation', 'invitation_test', 'case_reply', 'case_alert', 'member_invitation', 'password_reset');
CREATE TYPE mail_state AS ENUM('queued', 'sending', 'sent', 'deferred', 'failed', 'suppressed', 'cancelled', 'in_doubt');

CREATE TABLE outbound_mails (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  kind mail_kind NOT NULL,
  priority smallint NOT NULL,
  dedupe_key text NOT NULL,
  message_id text NOT NULL,
  to_address text NOT NULL,
  to_domain text NOT NULL,
  campaign_id uuid,
  invitation_id uuid,
  case_id uuid,
  case_message_id uuid,
  payload jsonb DEFAULT '{}'::jsonb NOT NULL,
  state mail_state DEFAULT 'queued' NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  lease_until timestamptz,
  lease_token uuid,
  data_started_at timestamptz,
  last_status integer,
  last_text text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_message_id) REFERENCES case_messages (workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX outbound_mails_once ON outbound_mails (workspace_id, dedupe_key);
CREATE UNIQUE INDEX outbound_mails_number ON outbound_mails (workspace_id, number);
CREATE UNIQUE INDEX outbound_mails_message_id ON outbound_mails (workspace_id, message_id);
CREATE INDEX outbound_mails_due ON outbound_mails (priority, next_attempt_at) WHERE state IN ('queued', 'deferred');
CREATE INDEX outbound_mails_leased ON outbound_mails (lease_until) WHERE state = 'sending';
CREATE INDEX outbound_mails_campaign ON outbound_mails (workspace_id, campaign_id, state);
CREATE INDEX outbound_mails_invitation ON outbound_mails (workspace_id, invitation_id);
CREATE INDEX outbound_mails_case ON outbound_mails (workspace_id, case_id);
SELECT svar_protect('outbound_mails');
-- The worker claims due mail of all workspaces, fairly and by priority.
CREATE POLICY door_reads ON outbound_mails FOR SELECT TO svar_door USING (true);
CREATE POLICY door_claims ON outbound_mails FOR UPDATE TO svar_door USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON outbound_mails TO svar_door;

CREATE TABLE mail_events (
  workspace_id uuid NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  mail_id uuid NOT NULL,
  at timestamptz NOT NULL,
  state mail_state NOT NULL,
  attempt integer NOT NULL,
  detail text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, mail_id) REFERENCES outbound_mails (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX mail_events_mail ON mail_events (workspace_id, mail_id, id);
SELECT svar_protect('mail_events');
REVOKE UPDATE ON mail_events FROM svar_app;
CREATE POLICY door_appends ON mail_events FOR INSERT TO svar_door WITH CHECK (true);
GRANT INSERT ON mail_events TO svar_door;

CREATE TABLE inbound_mails (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  purpose text NOT NULL,
  target_number bigint NOT NULL,
  mail_from text NOT NULL,
  rcpt_to text NOT NULL,
  raw bytea NOT NULL,
  sha256 bytea NOT NULL,
  received_at timestamptz NOT NULL,
  read_at timestamptz,
  outcome text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
CREATE INDEX inbound_mails_unread ON inbound_mails (workspace_id, received_at) WHERE read_at IS NULL;
SELECT svar_protect('inbound_mails');
