-- Words of a workspace's own that cases are found by. A tag that no case has is offered no more.
CREATE TABLE tags (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX tags_name ON tags (workspace_id, lower(name));
SELECT svar_protect('tags');

CREATE TABLE case_tags (
  workspace_id uuid NOT NULL,
  case_id uuid NOT NULL,
  tag_id uuid NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text,
  PRIMARY KEY (workspace_id, case_id, tag_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, tag_id) REFERENCES tags (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (added_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX case_tags_tag ON case_tags (workspace_id, tag_id, case_id);
SELECT svar_protect('case_tags');
