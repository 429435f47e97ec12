-- A case that no answer opened: the customer called, wrote elsewhere or came by, and a colleague noted it. No answer of
-- theirs waits for a first reply, so it is in no figure of replies.
ALTER TABLE cases ADD COLUMN came_by text CHECK (came_by IN ('phone', 'mail', 'in_person'));

CREATE TABLE case_origins (
  workspace_id uuid NOT NULL,
  case_id uuid NOT NULL,
  said text NOT NULL,
  noted_by text,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (noted_by) REFERENCES users (id) ON DELETE SET NULL
);
SELECT svar_protect('case_origins');

-- How fast customers hear from us is read from the index alone.
DROP INDEX cases_opened;
CREATE INDEX cases_opened ON cases (workspace_id, opened_at, id)
  INCLUDE (due_at, first_due_at, first_reply_at, state, response_id, came_by);
