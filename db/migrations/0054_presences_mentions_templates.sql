-- Who looks at a case or writes in it at this moment, by tab, until when that is so unless it is said again. It is of
-- no use after a crash, so it is not logged.
CREATE UNLOGGED TABLE case_presences (
  workspace_id uuid NOT NULL,
  case_id uuid NOT NULL,
  member_id text NOT NULL,
  tab text NOT NULL,
  doing text NOT NULL CHECK (doing IN ('viewing', 'writing')),
  until timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id, member_id, tab),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, member_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE INDEX case_presences_until ON case_presences (until);
SELECT svar_protect('case_presences');
CREATE POLICY door_reads ON case_presences FOR SELECT TO svar_door USING (true);
CREATE POLICY door_forgets ON case_presences FOR DELETE TO svar_door USING (true);
GRANT SELECT (until), DELETE ON case_presences TO svar_door;

-- A colleague whose name stands in a note is told by mail.
ALTER TYPE mail_kind ADD VALUE 'case_mention';

-- Texts that colleagues begin replies with, by language. `name` is what they are found by.
CREATE TABLE reply_templates (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  locale text NOT NULL,
  text text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text,
  changed_at timestamptz,
  changed_by text,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX reply_templates_name ON reply_templates (workspace_id, locale, lower(name)) WHERE ended_at IS NULL;
SELECT svar_protect('reply_templates');
