-- What somebody promised to a customer: a day by the workspace's calendar, and who keeps it. It is open until it is kept or
-- withdrawn; every change is a row of its own.
ALTER TYPE mail_kind ADD VALUE 'promises_due';

CREATE TABLE promises (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  text text NOT NULL,
  due_on date NOT NULL,
  owner_id text,
  made_at timestamptz NOT NULL,
  made_by text,
  ended_as text CHECK (ended_as IN ('kept', 'withdrawn')),
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL,
  CHECK ((ended_as IS NULL) = (ended_at IS NULL))
);
CREATE INDEX promises_case ON promises (workspace_id, case_id, due_on);
CREATE INDEX promises_open ON promises (workspace_id, due_on) WHERE ended_at IS NULL;
SELECT svar_protect('promises');

CREATE TABLE promise_changes (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  promise_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('moved', 'kept', 'withdrawn', 'undone')),
  due_on date NOT NULL,
  owner_id text,
  reason text,
  changed_at timestamptz NOT NULL,
  changed_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, promise_id) REFERENCES promises (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX promise_changes_promise ON promise_changes (workspace_id, promise_id);
SELECT svar_protect('promise_changes');
REVOKE UPDATE ON promise_changes FROM svar_app;

-- That somebody was told on a morning of what falls due; whoever makes the row puts the mail into the outbox.
CREATE TABLE promise_mails (
  workspace_id uuid NOT NULL,
  user_id text NOT NULL,
  day date NOT NULL,
  mail_id uuid,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id, day),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, mail_id) REFERENCES outbound_mails (workspace_id, id)
);
SELECT svar_protect('promise_mails');

-- When the day of the first open promise of a case begins, and the same once that was noticed: from then on the case needs
-- us before all others. No case is closed over an open promise, whoever closes it.
ALTER TABLE cases
  ADD COLUMN promise_at timestamptz,
  ADD COLUMN promise_fell_at timestamptz,
  ADD CONSTRAINT cases_promises_first CHECK (state <> 'closed' OR promise_at IS NULL),
  ADD CHECK (promise_fell_at = promise_at);

-- Whose turn it is: 0 a promise has fallen due, 1 ours, 2 the customer's, 3 asleep, 4 closed (server/case/urgency.ts).
ALTER TABLE cases DROP COLUMN turn, DROP COLUMN owed_at;
ALTER TABLE cases
  ADD COLUMN turn smallint NOT NULL GENERATED ALWAYS AS (
    CASE WHEN state IN ('open', 'waiting') AND promise_fell_at IS NOT NULL THEN 0
      WHEN state = 'open' THEN 1 WHEN state = 'waiting' THEN 2 WHEN state = 'snoozed' THEN 3 ELSE 4 END) STORED,
  ADD COLUMN owed_at timestamptz NOT NULL GENERATED ALWAYS AS (
    CASE WHEN state IN ('open', 'waiting') AND promise_fell_at IS NOT NULL THEN promise_fell_at
      WHEN first_reply_at IS NULL THEN due_at ELSE coalesce(needs_since, due_at) END) STORED;
CREATE INDEX cases_queue ON cases (workspace_id, turn, owed_at, id);
CREATE INDEX cases_assignee ON cases (workspace_id, assignee_id, turn, owed_at, id);
CREATE INDEX cases_closed ON cases (workspace_id, opened_at, id) WHERE turn = 4;
CREATE INDEX cases_promised ON cases (workspace_id, turn, owed_at, id) WHERE promise_at IS NOT NULL;

-- The worker finds the workspaces in which a promise falls due, and those in which somebody is to be told.
CREATE INDEX cases_promise_falls ON cases (promise_at) WHERE promise_at IS NOT NULL;
GRANT SELECT (workspace_id, promise_at, promise_fell_at) ON cases TO svar_door;
