CREATE TYPE survey_kind AS ENUM('relationship', 'transactional');

CREATE TABLE surveys (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind survey_kind DEFAULT 'relationship' NOT NULL,
  touchpoint text DEFAULT '' NOT NULL,
  texts jsonb DEFAULT '{}'::jsonb NOT NULL,
  sample boolean DEFAULT false NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
SELECT svar_protect('surveys');

CREATE TYPE campaign_state AS ENUM('draft', 'scheduled', 'running', 'paused', 'finished', 'cancelled');

CREATE TABLE campaigns (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  survey_id uuid NOT NULL,
  name text NOT NULL,
  audience jsonb NOT NULL,
  state campaign_state DEFAULT 'draft' NOT NULL,
  sender_name text,
  send_at timestamptz,
  sending_hours jsonb,
  sample boolean DEFAULT false NOT NULL,
  created_by text,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys (workspace_id, id)
);
CREATE INDEX campaigns_created ON campaigns (workspace_id, created_at DESC, id);
SELECT svar_protect('campaigns');
CREATE POLICY door ON campaigns FOR SELECT TO svar_door USING (true);
GRANT SELECT ON campaigns TO svar_door;

CREATE TABLE invitations (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  campaign_id uuid NOT NULL,
  survey_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  locale text NOT NULL,
  touchpoint text DEFAULT '' NOT NULL,
  team_id uuid,
  employee text,
  account_id uuid,
  attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES accounts (workspace_id, id)
);
CREATE UNIQUE INDEX invitations_number ON invitations (workspace_id, number);
CREATE UNIQUE INDEX invitations_once ON invitations (workspace_id, campaign_id, contact_id);
CREATE INDEX invitations_contact ON invitations (workspace_id, contact_id, created_at DESC);
SELECT svar_protect('invitations');

CREATE TYPE exclusion_reason AS ENUM('no_valid_address', 'opted_out', 'suppressed', 'asked_recently', 'asked_recently_touchpoint', 'asked_recently_relationship');

CREATE TABLE exclusions (
  workspace_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  reason exclusion_reason NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, campaign_id, contact_id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX exclusions_contact ON exclusions (workspace_id, contact_id);
SELECT svar_protect('exclusions');
