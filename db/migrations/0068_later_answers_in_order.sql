-- A later answer is owed when it is due, as the first reply is, where a due time was counted for it. Who came back from a
-- snooze after we had answered is owed something since then, as is whoever has no due time (server/case/urgency.ts). One
-- rewrite of the table; the indexes of the queue go with the column and are made again.
ALTER TABLE cases DROP COLUMN owed_at;
ALTER TABLE cases ADD COLUMN owed_at timestamptz NOT NULL GENERATED ALWAYS AS (
  CASE WHEN state IN ('open', 'waiting') AND promise_fell_at IS NOT NULL THEN promise_fell_at
    WHEN first_reply_at IS NULL OR (first_due_at IS NOT NULL AND needs_because IS DISTINCT FROM 'snooze_over') THEN due_at
    ELSE coalesce(needs_since, due_at) END) STORED;
CREATE INDEX cases_queue ON cases (workspace_id, turn, owed_at, id);
CREATE INDEX cases_assignee ON cases (workspace_id, assignee_id, turn, owed_at, id);
CREATE INDEX cases_promised ON cases (workspace_id, turn, owed_at, id) WHERE promise_at IS NOT NULL;
