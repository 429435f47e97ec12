-- What needs us first. A case is ours again when its customer writes, says that it is not solved, or asks to be
-- contacted, when a colleague opens it again, or when a snooze is over: since then it needs us, whatever was replied.
ALTER TABLE cases
  ADD COLUMN needs_since timestamptz,
  ADD COLUMN needs_because text
    CHECK (needs_because IN ('wrote', 'not_solved', 'asked', 'reopened', 'snooze_over')),
  ADD CHECK ((needs_since IS NULL) = (needs_because IS NULL));

-- Replied to and open: the customer had the last word, or it was opened again.
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
UPDATE cases
SET needs_since = greatest(first_reply_at, last_inbound_at),
  needs_because = CASE WHEN last_inbound_at >= first_reply_at THEN 'wrote' ELSE 'reopened' END
WHERE state = 'open' AND first_reply_at IS NOT NULL;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;

-- Whose turn it is (0 ours, 1 the customer's, 2 asleep, 3 closed), and since when or by when we owe something: the first reply is
-- owed when it is due, every other one since the customer waits for it (server/case/urgency.ts). The queue is read in
-- this order, a page at a time.
ALTER TABLE cases
  ADD COLUMN turn smallint NOT NULL GENERATED ALWAYS AS (
    CASE state WHEN 'open' THEN 0 WHEN 'waiting' THEN 1 WHEN 'snoozed' THEN 2 ELSE 3 END) STORED,
  ADD COLUMN owed_at timestamptz NOT NULL GENERATED ALWAYS AS (
    CASE WHEN first_reply_at IS NULL THEN due_at ELSE coalesce(needs_since, due_at) END) STORED;
DROP INDEX cases_queue;
CREATE INDEX cases_queue ON cases (workspace_id, turn, owed_at, id);
CREATE INDEX cases_assignee ON cases (workspace_id, assignee_id, turn, owed_at, id);
CREATE INDEX cases_closed ON cases (workspace_id, opened_at, id) WHERE turn = 3;

-- The worker finds the workspaces in which somebody's sleep is over.
CREATE INDEX cases_asleep ON cases (snoozed_until) WHERE state = 'snoozed';
CREATE POLICY door ON cases FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, state, snoozed_until) ON cases TO svar_door;

-- What was done to several cases at once is one act, and can be taken back as one.
ALTER TABLE case_events ADD COLUMN act_id uuid;
CREATE INDEX case_events_act ON case_events (workspace_id, act_id) WHERE act_id IS NOT NULL;

-- Where a member goes on after closing a case.
CREATE TABLE case_habits (
  workspace_id uuid NOT NULL,
  user_id text NOT NULL,
  after_closing text NOT NULL CHECK (after_closing IN ('next', 'list', 'stay')),
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
SELECT svar_protect('case_habits');
