-- Two cases of one customer are one: what was said goes to the one that stays, and the other leads there. It is closed and
-- has no closure, so nothing counts it as one that was closed.
ALTER TABLE cases
  ADD COLUMN merged_into uuid,
  ADD FOREIGN KEY (workspace_id, merged_into) REFERENCES cases (workspace_id, id) ON DELETE SET NULL (merged_into),
  ADD CHECK (merged_into IS NULL OR state = 'closed'),
  ADD CHECK (merged_into <> id);
CREATE INDEX cases_merged ON cases (workspace_id, merged_into) WHERE merged_into IS NOT NULL;

-- Who did it, and what went over, so that it can be taken apart.
CREATE TABLE case_merges (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  into_id uuid NOT NULL,
  was case_state NOT NULL,
  was_until timestamptz,
  -- Ids of messages, promises and tags.
  moved jsonb NOT NULL,
  -- How the one that stays stood before and after, where that was changed.
  stood jsonb NOT NULL,
  merged_at timestamptz NOT NULL,
  merged_by text,
  undone_at timestamptz,
  undone_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, into_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (merged_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (undone_by) REFERENCES users (id) ON DELETE SET NULL
);
-- A case is merged into one other at a time.
CREATE UNIQUE INDEX case_merges_standing ON case_merges (workspace_id, case_id) WHERE undone_at IS NULL;
SELECT svar_protect('case_merges');

DROP INDEX cases_opened;
CREATE INDEX cases_opened ON cases (workspace_id, opened_at, id)
  INCLUDE (due_at, first_due_at, first_reply_at, state, response_id, came_by, merged_into);
