-- What stands beside the figures: filters that somebody gave a name, and what happened on a day. Both are their
-- maker's own until they are shared with everybody, and are ended, not deleted.
CREATE TABLE segments (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text,
  renamed_at timestamptz,
  renamed_by text,
  shared_at timestamptz,
  shared_by text,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (renamed_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (shared_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX segments_shared ON segments (workspace_id, lower(name))
  WHERE shared_at IS NOT NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX segments_own ON segments (workspace_id, made_by, lower(name))
  WHERE shared_at IS NULL AND ended_at IS NULL;
SELECT svar_protect('segments');

CREATE TABLE annotations (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  day date NOT NULL,
  text text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text,
  changed_at timestamptz,
  changed_by text,
  shared_at timestamptz,
  shared_by text,
  removed_at timestamptz,
  removed_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (shared_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (removed_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX annotations_day ON annotations (workspace_id, day) WHERE removed_at IS NULL;
SELECT svar_protect('annotations');

-- How many answers of some days were taken back is said beside their number.
CREATE INDEX responses_withdrawn ON responses (workspace_id, answered_at) WHERE withdrawn_at IS NOT NULL;
