-- The files of a dialogue: those that came with a mail, those that a reply carries, and those of a reply that is being
-- written, which are its writer's (`member_id`) until it is sent. What is too large or one too many is named with the
-- reason; its bytes are in the original mail only.
CREATE TABLE attachments (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  message_id uuid,
  member_id text,
  file_name text NOT NULL,
  media_type text NOT NULL,
  content_id text,
  size integer NOT NULL,
  content bytea,
  left_out text CHECK (left_out IN ('too_large', 'too_many')),
  added_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CHECK (num_nonnulls(message_id, member_id) = 1),
  CHECK ((content IS NULL) = (left_out IS NOT NULL)),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, message_id) REFERENCES case_messages (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, member_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE INDEX attachments_case ON attachments (workspace_id, case_id, id);
CREATE INDEX attachments_message ON attachments (workspace_id, message_id) WHERE message_id IS NOT NULL;
-- Files are compressed already, most of them.
ALTER TABLE attachments ALTER COLUMN content SET STORAGE EXTERNAL;
SELECT svar_protect('attachments');

-- The HTML of a mail that is more than its words, as it came; it is cleaned each time it is shown.
CREATE TABLE message_htmls (
  workspace_id uuid NOT NULL,
  message_id uuid NOT NULL,
  html text NOT NULL,
  PRIMARY KEY (workspace_id, message_id),
  FOREIGN KEY (workspace_id, message_id) REFERENCES case_messages (workspace_id, id) ON DELETE CASCADE
);
SELECT svar_protect('message_htmls');
