-- For how many months each kind of data is kept; null: as long as the workspace. Append-only: what holds is worked out from
-- the newest row and those of the last fourteen days, so that nothing is removed by a period that was set less than that ago
-- (server/retention/rules.ts).
CREATE TABLE retention_periods (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN
    ('contacts', 'answers', 'dialogues', 'files', 'received', 'sends', 'evidence', 'notices')),
  months smallint CHECK (months BETWEEN 1 AND 600),
  set_at timestamptz NOT NULL,
  set_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (set_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE INDEX retention_periods_kind ON retention_periods (workspace_id, kind, set_at DESC);

-- Workspaces that are there already have kept everything; what Svar proposes begins to hold for them in fourteen days.
INSERT INTO retention_periods (workspace_id, id, kind, months, set_at)
SELECT w.id, gen_random_uuid(), k.kind, k.months, now() - k.before
FROM workspaces w, (VALUES
  ('received', NULL, interval '1 second'), ('received', 12, interval '0'),
  ('sends', NULL, interval '1 second'), ('sends', 24, interval '0'),
  ('evidence', NULL, interval '1 second'), ('evidence', 12, interval '0'),
  ('notices', NULL, interval '1 second'), ('notices', 12, interval '0')
) AS k (kind, months, before);
SELECT svar_protect('retention_periods');
REVOKE UPDATE, DELETE ON retention_periods FROM svar_app;

-- While one stands nothing is removed because of its age, such as during a dispute.
CREATE TABLE retention_holds (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  reason text NOT NULL,
  held_at timestamptz NOT NULL,
  held_by text,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (held_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX retention_holds_standing ON retention_holds (workspace_id) WHERE ended_at IS NULL;
SELECT svar_protect('retention_holds');

-- What was removed on a day of a kind, in numbers; ended when nothing of it was left to remove.
CREATE TABLE retention_runs (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  months smallint NOT NULL,
  removed integer NOT NULL,
  began_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (workspace_id, day, kind),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
SELECT svar_protect('retention_runs');

-- What is old is found by its age, and what was emptied is not looked at again.
CREATE INDEX inbound_mails_kept ON inbound_mails (workspace_id, received_at) WHERE raw <> '';
CREATE INDEX outbound_mails_kept ON outbound_mails (workspace_id, created_at) WHERE to_address <> '';
CREATE INDEX attachments_kept ON attachments (workspace_id, added_at) WHERE content IS NOT NULL;
CREATE INDEX responses_known ON responses (workspace_id, updated_at) WHERE contact_id IS NOT NULL OR comment IS NOT NULL;
CREATE INDEX answer_evidence_last ON answer_evidence (workspace_id, last_at);
CREATE INDEX contacts_known ON contacts (workspace_id, updated_at) WHERE erased_at IS NULL;
