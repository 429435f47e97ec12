-- Until when each member has read a case: what its customer said later is unread for them.
CREATE TABLE case_reads (
  workspace_id uuid NOT NULL,
  case_id uuid NOT NULL,
  member_id text NOT NULL,
  read_until timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id, member_id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, member_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE INDEX case_reads_member ON case_reads (workspace_id, member_id);
SELECT svar_protect('case_reads');

-- For whoever is a member by now, what was said before this is read; for later ones, what was said before they came.
ALTER TABLE members ADD COLUMN reads_from timestamptz DEFAULT now();
ALTER TABLE members ALTER COLUMN reads_from DROP DEFAULT;
