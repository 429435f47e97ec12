-- Mails with the figures, which members ask for: how often, at which hour of the workspace's clocks, of which answers.
ALTER TYPE mail_kind ADD VALUE 'digest';
CREATE TYPE digest_rhythm AS ENUM('daily', 'weekly', 'monthly');

-- Who is no member any more gets no mail any more: the key to members sees to that.
CREATE TABLE digests (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  user_id text NOT NULL,
  rhythm digest_rhythm NOT NULL,
  weekday smallint CHECK (weekday BETWEEN 1 AND 7),
  hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
  filter text DEFAULT '' NOT NULL,
  locale text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text,
  changed_at timestamptz,
  changed_by text,
  timed_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by text,
  ended_because text CHECK (ended_because IN ('by_hand', 'by_link', 'gone')),
  PRIMARY KEY (workspace_id, id),
  CHECK ((rhythm = 'weekly') = (weekday IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (ended_because IS NULL)),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX digests_number ON digests (workspace_id, number);
CREATE INDEX digests_user ON digests (workspace_id, user_id);
SELECT svar_protect('digests');

-- One row for each time a digest was due: two schedulers make one mail. Nothing new: a row, and no mail.
CREATE TABLE digest_periods (
  workspace_id uuid NOT NULL,
  digest_id uuid NOT NULL,
  due_on date NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('mailed', 'nothing_new')),
  mail_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, digest_id, due_on),
  CHECK ((outcome = 'mailed') = (mail_id IS NOT NULL)),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, digest_id) REFERENCES digests (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, mail_id) REFERENCES outbound_mails (workspace_id, id) ON DELETE CASCADE
);
SELECT svar_protect('digest_periods');

-- The worker looks for what is due in all workspaces.
CREATE POLICY door ON digests FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, id, rhythm, weekday, hour, timed_at, ended_at) ON digests TO svar_door;
CREATE POLICY door ON digest_periods FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, digest_id, due_on) ON digest_periods TO svar_door;
