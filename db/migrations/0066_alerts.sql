-- What happens in cases is told to people by mail and to chat channels: to whom, where and how soon is an alert.
ALTER TYPE mail_kind ADD VALUE 'alert';
ALTER TYPE mail_kind ADD VALUE 'channel_off';

-- When a case is told of as overdue unless the answer is there; null once it was looked at, and in cases from before.
ALTER TABLE cases ADD COLUMN late_at timestamptz;
CREATE INDEX cases_to_tell_late ON cases (late_at) WHERE late_at IS NOT NULL;
GRANT SELECT (late_at) ON cases TO svar_door;

-- What happened, once by its key. `person_id` is whose case it was by then, `together` the transaction it came with: what
-- was done at once is told at once. Nothing of what a customer said is in it.
CREATE TABLE case_news (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  case_id uuid NOT NULL,
  key text NOT NULL,
  person_id text,
  actor_id text,
  check_id uuid,
  message_id uuid,
  together text DEFAULT pg_current_xact_id()::text NOT NULL,
  at timestamptz NOT NULL,
  handed_out_at timestamptz,
  called_off_at timestamptz,
  called_off_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (person_id) REFERENCES users (id) ON DELETE CASCADE,
  FOREIGN KEY (actor_id) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (called_off_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX case_news_key ON case_news (workspace_id, key);
CREATE INDEX case_news_case ON case_news (workspace_id, case_id);
CREATE INDEX case_news_new ON case_news (workspace_id, id) WHERE handed_out_at IS NULL;
SELECT svar_protect('case_news');
CREATE POLICY door ON case_news FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, handed_out_at) ON case_news TO svar_door;

-- Where chat messages go. The address is a secret: encrypted, and gone when the channel is off or has ended.
CREATE TABLE chat_channels (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  shape text NOT NULL CHECK (shape IN ('slack', 'teams')),
  address bytea,
  host text NOT NULL,
  last_four text NOT NULL,
  says_words boolean NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text,
  changed_at timestamptz,
  changed_by text,
  paused_until timestamptz,
  failing_since timestamptz,
  off_at timestamptz,
  off_because text CHECK (off_because IN ('gone', 'failing')),
  off_answer text,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  CHECK ((address IS NULL) = (off_at IS NOT NULL OR ended_at IS NOT NULL)),
  CHECK ((off_at IS NULL) = (off_because IS NULL)),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX chat_channels_name ON chat_channels (workspace_id, lower(name)) WHERE ended_at IS NULL;
SELECT svar_protect('chat_channels');

-- The outbox of chat messages. What a message says is made when it leaves, and kept nowhere.
CREATE TABLE chat_messages (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  channel_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('alert', 'test')),
  state text DEFAULT 'queued' NOT NULL
    CHECK (state IN ('queued', 'sending', 'deferred', 'sent', 'failed', 'cancelled')),
  attempts integer DEFAULT 0 NOT NULL,
  first_tried_at timestamptz,
  next_attempt_at timestamptz NOT NULL,
  lease_token uuid,
  lease_until timestamptz,
  made_at timestamptz NOT NULL,
  made_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, channel_id) REFERENCES chat_channels (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX chat_messages_due ON chat_messages (workspace_id, next_attempt_at)
  WHERE state IN ('queued', 'deferred', 'sending');
CREATE INDEX chat_messages_channel ON chat_messages (workspace_id, channel_id, made_at);
SELECT svar_protect('chat_messages');
CREATE POLICY door ON chat_messages FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, state, next_attempt_at, lease_until) ON chat_messages TO svar_door;

-- Every change of a message's state, append-only, with what was answered.
CREATE TABLE chat_message_events (
  workspace_id uuid NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  message_id uuid NOT NULL,
  at timestamptz NOT NULL,
  state text NOT NULL,
  attempt integer NOT NULL,
  status integer,
  answer text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, message_id) REFERENCES chat_messages (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX chat_message_events_message ON chat_message_events (workspace_id, message_id, id);
SELECT svar_protect('chat_message_events');
REVOKE UPDATE ON chat_message_events FROM svar_app;

-- Who is told of what, and how soon: a member by mail, or a channel. Who is no member any more is told nothing any more.
CREATE TABLE alerts (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id text,
  channel_id uuid,
  kinds text[] NOT NULL,
  scope text NOT NULL CHECK (scope IN ('mine', 'team', 'all')),
  team_id uuid,
  pace text NOT NULL CHECK (pace IN ('at_once', 'hourly', 'morning')),
  most smallint NOT NULL CHECK (most BETWEEN 1 AND 100),
  made_at timestamptz NOT NULL,
  made_by text,
  changed_at timestamptz,
  changed_by text,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  CHECK (num_nonnulls(user_id, channel_id) = 1),
  CHECK ((scope = 'team') = (team_id IS NOT NULL)),
  CHECK (scope <> 'mine' OR user_id IS NOT NULL),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, channel_id) REFERENCES chat_channels (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX alerts_running ON alerts (workspace_id) WHERE ended_at IS NULL;

-- Everybody is told by mail, at once, of cases that become theirs and of what their customers write in them, until they say
-- otherwise; those who are here already too.
CREATE FUNCTION svar_first_alert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO alerts (workspace_id, id, user_id, kinds, scope, pace, most, made_at)
  VALUES (NEW.workspace_id, gen_random_uuid(), NEW.user_id, '{new_case,assigned,not_solved,message}', 'mine', 'at_once', 10,
    NEW.created_at);
  RETURN NULL;
END $$;
CREATE TRIGGER first_alert AFTER INSERT ON members FOR EACH ROW EXECUTE FUNCTION svar_first_alert();
ALTER TABLE members NO FORCE ROW LEVEL SECURITY;
INSERT INTO alerts (workspace_id, id, user_id, kinds, scope, pace, most, made_at)
SELECT workspace_id, gen_random_uuid(), user_id, '{new_case,assigned,not_solved,message}', 'mine', 'at_once', 10, now()
FROM members;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
SELECT svar_protect('alerts');

-- One mail or chat message of an alert.
CREATE TABLE alert_messages (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  alert_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  mail_id uuid,
  chat_message_id uuid,
  PRIMARY KEY (workspace_id, id),
  CHECK (num_nonnulls(mail_id, chat_message_id) = 1),
  FOREIGN KEY (workspace_id, alert_id) REFERENCES alerts (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, mail_id) REFERENCES outbound_mails (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, chat_message_id) REFERENCES chat_messages (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX alert_messages_alert ON alert_messages (workspace_id, alert_id, made_at);
CREATE UNIQUE INDEX alert_messages_chat ON alert_messages (workspace_id, chat_message_id) WHERE chat_message_id IS NOT NULL;
SELECT svar_protect('alert_messages');

-- What an alert tells: each piece of news once, when it is due, and in which message it was told.
CREATE TABLE alert_news (
  workspace_id uuid NOT NULL,
  alert_id uuid NOT NULL,
  news_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  message_id uuid,
  PRIMARY KEY (workspace_id, alert_id, news_id),
  FOREIGN KEY (workspace_id, alert_id) REFERENCES alerts (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, news_id) REFERENCES case_news (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, message_id) REFERENCES alert_messages (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX alert_news_news ON alert_news (workspace_id, news_id);
CREATE INDEX alert_news_message ON alert_news (workspace_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX alert_news_due ON alert_news (due_at) WHERE message_id IS NULL;
SELECT svar_protect('alert_news');
CREATE POLICY door ON alert_news FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, due_at, message_id) ON alert_news TO svar_door;
