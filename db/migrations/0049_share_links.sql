-- Ways to look at figures without being a member: a dashboard to read, a board on a wall. `number` is what the token
-- in the address names. `locked` is the segment that readers cannot leave, in the words that stand in an address.
CREATE TYPE share_kind AS ENUM('dashboard', 'wallboard');
CREATE TYPE shared_comments AS ENUM('none', 'anonymous', 'named');

CREATE TABLE share_links (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  kind share_kind NOT NULL,
  name text NOT NULL,
  locked text NOT NULL,
  comments shared_comments NOT NULL,
  password_hash text,
  last_day date,
  opened_on date,
  created_at timestamptz NOT NULL,
  created_by text,
  changed_at timestamptz,
  changed_by text,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX share_links_number ON share_links (workspace_id, number);
SELECT svar_protect('share_links');
