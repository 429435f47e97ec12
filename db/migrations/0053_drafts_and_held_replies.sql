-- What a member is writing in a case, one for each, so that it is there on every device. `written_in` is the tab that
-- saved it last: another one does not write over it unseen. `seen` is the newest of the dialogue when it was begun.
CREATE TABLE case_drafts (
  workspace_id uuid NOT NULL,
  case_id uuid NOT NULL,
  member_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reply', 'note')),
  text text NOT NULL,
  seen uuid,
  revision uuid NOT NULL,
  written_in text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id, member_id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, member_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
SELECT svar_protect('case_drafts');

-- How long a reply can be taken back after Send, in seconds.
ALTER TABLE members ADD COLUMN undo_seconds smallint DEFAULT 10 NOT NULL CHECK (undo_seconds IN (0, 5, 10, 30));

-- A reply that has not left yet: its message and its mail are there, the mail is due at `goes_out_at`. The row is there
-- as long as that is so; whoever deletes it, the worker or who takes the reply back, has won.
CREATE TABLE held_replies (
  workspace_id uuid NOT NULL,
  message_id uuid NOT NULL,
  case_id uuid NOT NULL,
  mail_id uuid NOT NULL,
  held_by text,
  held_at timestamptz NOT NULL,
  goes_out_at timestamptz NOT NULL,
  planned boolean NOT NULL,
  unless_answered boolean NOT NULL,
  closing jsonb,
  PRIMARY KEY (workspace_id, message_id),
  FOREIGN KEY (workspace_id, message_id) REFERENCES case_messages (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, mail_id) REFERENCES outbound_mails (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (held_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX held_replies_case ON held_replies (workspace_id, case_id);
CREATE INDEX held_replies_due ON held_replies (goes_out_at);
SELECT svar_protect('held_replies');
-- The worker finds those whose time has come.
CREATE POLICY door ON held_replies FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, message_id, goes_out_at) ON held_replies TO svar_door;
