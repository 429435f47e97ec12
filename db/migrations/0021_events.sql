-- What happened to a customer, told by a program. Campaigns that listen to its type ask about it after their delay.
-- `outcome` is what came of it, campaign by campaign, so that the same event told again has the same answer.
CREATE TABLE events (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  contact_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
  idempotency_key text NOT NULL,
  content_hash bytea NOT NULL,
  outcome jsonb DEFAULT '[]'::jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts (workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX events_once ON events (workspace_id, idempotency_key);
CREATE INDEX events_type ON events (workspace_id, type, received_at DESC);
CREATE INDEX events_contact ON events (workspace_id, contact_id);
SELECT svar_protect('events');

ALTER TYPE exclusion_reason ADD VALUE 'event_too_old';

-- A campaign that listens may ask a contact more than once, each time about another event: its `occasion`. For all
-- other campaigns there is one occasion.
ALTER TABLE invitations ADD COLUMN occasion uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;
DROP INDEX invitations_once;
CREATE UNIQUE INDEX invitations_once ON invitations (workspace_id, campaign_id, contact_id, occasion);
ALTER TABLE exclusions ADD COLUMN occasion uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;
ALTER TABLE exclusions DROP CONSTRAINT exclusions_pkey;
ALTER TABLE exclusions ADD PRIMARY KEY (workspace_id, campaign_id, contact_id, occasion);

CREATE INDEX campaigns_listening ON campaigns (workspace_id, (timing ->> 'type'))
  WHERE timing ->> 'kind' = 'event' AND state IN ('running', 'paused');
