CREATE TYPE case_state AS ENUM('open', 'waiting', 'snoozed', 'closed');

CREATE TABLE cases (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  response_id uuid,
  contact_id uuid,
  state case_state DEFAULT 'open' NOT NULL,
  assignee_id text,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  first_reply_at timestamptz,
  last_inbound_at timestamptz,
  snoozed_until timestamptz,
  sample boolean DEFAULT false NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, response_id) REFERENCES responses (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (assignee_id) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX cases_number ON cases (workspace_id, number);
CREATE UNIQUE INDEX cases_response ON cases (workspace_id, response_id);
CREATE INDEX cases_queue ON cases (workspace_id, state, due_at, id);
CREATE INDEX cases_contact ON cases (workspace_id, contact_id);
SELECT svar_protect('cases');

CREATE TABLE case_closures (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  cause text NOT NULL,
  outcome text NOT NULL,
  closed_by text,
  closed_at timestamptz NOT NULL,
  reopened_by text,
  reopened_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE
);
-- At most one closure stands at a time.
CREATE UNIQUE INDEX case_closures_standing ON case_closures (workspace_id, case_id) WHERE reopened_at IS NULL;
SELECT svar_protect('case_closures');

CREATE TYPE message_direction AS ENUM('in', 'out', 'note');

CREATE TABLE case_messages (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  direction message_direction NOT NULL,
  author_id text,
  from_address text,
  from_name text,
  subject text,
  text text NOT NULL,
  quoted text,
  automatic boolean DEFAULT false NOT NULL,
  known_sender boolean DEFAULT true NOT NULL,
  message_id text,
  "references" text[] DEFAULT '{}' NOT NULL,
  inbound_mail_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX case_messages_case ON case_messages (workspace_id, case_id, at, id);
-- The same mail delivered twice is one entry.
CREATE UNIQUE INDEX case_messages_message_id ON case_messages (workspace_id, case_id, message_id) WHERE message_id IS NOT NULL;
SELECT svar_protect('case_messages');

CREATE TABLE case_events (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  actor_id text,
  detail jsonb DEFAULT '{}'::jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX case_events_case ON case_events (workspace_id, case_id, at, id);
SELECT svar_protect('case_events');
REVOKE UPDATE ON case_events FROM svar_app;
