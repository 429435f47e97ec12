CREATE TYPE response_channel AS ENUM('email', 'import');
CREATE TYPE response_evidence AS ENUM('confirmed', 'evidenced', 'provisional', 'imported');

CREATE TABLE responses (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  survey_id uuid NOT NULL,
  campaign_id uuid,
  invitation_id uuid,
  contact_id uuid,
  score smallint NOT NULL,
  comment text,
  version integer DEFAULT 1 NOT NULL,
  evidence response_evidence NOT NULL,
  channel response_channel NOT NULL,
  locale text NOT NULL,
  touchpoint text DEFAULT '' NOT NULL,
  team_id uuid,
  employee text,
  account_id uuid,
  attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
  import_key bytea,
  import_id uuid,
  sample boolean DEFAULT false NOT NULL,
  answered_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys (workspace_id, id),
  FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES accounts (workspace_id, id),
  CHECK (score BETWEEN 0 AND 10),
  CHECK (char_length(comment) <= 50000)
);
-- One answer for each invitation, whatever number of tabs send it at once.
CREATE UNIQUE INDEX responses_invitation ON responses (workspace_id, invitation_id);
CREATE UNIQUE INDEX responses_import_key ON responses (workspace_id, import_key) WHERE import_key IS NOT NULL;
CREATE INDEX responses_answered ON responses (workspace_id, answered_at DESC, id DESC);
CREATE INDEX responses_contact ON responses (workspace_id, contact_id, answered_at DESC);
CREATE INDEX responses_campaign ON responses (workspace_id, campaign_id);
SELECT svar_protect('responses');

CREATE TABLE response_versions (
  workspace_id uuid NOT NULL,
  response_id uuid NOT NULL,
  version integer NOT NULL,
  score smallint NOT NULL,
  comment text,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, response_id, version),
  FOREIGN KEY (workspace_id, response_id) REFERENCES responses (workspace_id, id) ON DELETE CASCADE
);
SELECT svar_protect('response_versions');
REVOKE UPDATE ON response_versions FROM svar_app;

CREATE TABLE response_counts (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  survey_id uuid NOT NULL,
  touchpoint text NOT NULL,
  team_id uuid NOT NULL,
  channel response_channel NOT NULL,
  locale text NOT NULL,
  score smallint NOT NULL,
  n integer NOT NULL,
  PRIMARY KEY (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
SELECT svar_protect('response_counts');

CREATE TABLE response_count_deltas (
  workspace_id uuid NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  day date NOT NULL,
  survey_id uuid NOT NULL,
  touchpoint text NOT NULL,
  team_id uuid NOT NULL,
  channel response_channel NOT NULL,
  locale text NOT NULL,
  score smallint NOT NULL,
  delta smallint NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
SELECT svar_protect('response_count_deltas');
CREATE POLICY door ON response_count_deltas FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id) ON response_count_deltas TO svar_door;
