-- How far a suppression reaches: `surveys` stops what asks, `all` stops case replies as well. Complaints and dead
-- addresses stop everything. What was added and lifted stays on record under the address's keyed hash, whoever the
-- contact was.
ALTER TABLE suppressions ADD COLUMN scope text DEFAULT 'surveys' NOT NULL CHECK (scope IN ('surveys', 'all'));
UPDATE suppressions SET scope = 'all' WHERE reason IN ('hard_bounce', 'complaint');
GRANT SELECT (scope) ON suppressions TO svar_door;
CREATE INDEX suppressions_created ON suppressions (workspace_id, created_at DESC, address_hash, reason);

CREATE TABLE suppression_events (
  workspace_id uuid NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  address_hash bytea NOT NULL,
  at timestamptz NOT NULL,
  change text NOT NULL CHECK (change IN ('added', 'lifted')),
  reason suppression_reason NOT NULL,
  scope text NOT NULL,
  until timestamptz,
  source text NOT NULL,
  by_member text,
  why text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
CREATE INDEX suppression_events_address ON suppression_events (workspace_id, address_hash, id);
SELECT svar_protect('suppression_events');
REVOKE UPDATE, DELETE ON suppression_events FROM svar_app;

INSERT INTO suppression_events (workspace_id, address_hash, at, change, reason, scope, until, source)
SELECT workspace_id, address_hash, created_at, 'added', reason, scope, until, source FROM suppressions;
