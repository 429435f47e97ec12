-- Ways to answer without having been asked: a link for everybody, its QR code, a page that stands in a shop. What
-- comes in by them says so (channel, survey_link_id) and has no invitation and no contact.
ALTER TYPE response_channel ADD VALUE 'link';
ALTER TYPE response_channel ADD VALUE 'kiosk';
CREATE TYPE survey_link_kind AS ENUM('link', 'kiosk');

CREATE TABLE survey_links (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  survey_id uuid NOT NULL,
  kind survey_link_kind NOT NULL,
  name text NOT NULL,
  touchpoint text DEFAULT '' NOT NULL,
  locale text,
  once boolean DEFAULT false NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text,
  closed_at timestamptz,
  closed_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (closed_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX survey_links_number ON survey_links (workspace_id, number);
CREATE INDEX survey_links_survey ON survey_links (workspace_id, survey_id, created_at DESC);
SELECT svar_protect('survey_links');

-- One answer for each time the page was shown: `page_nonce` is the SHA-256 of that view's nonce.
ALTER TABLE responses
  ADD COLUMN survey_link_id uuid,
  ADD COLUMN page_nonce bytea,
  ADD FOREIGN KEY (workspace_id, survey_link_id) REFERENCES survey_links (workspace_id, id),
  ADD CHECK ((survey_link_id IS NULL) = (page_nonce IS NULL));
CREATE UNIQUE INDEX responses_survey_link ON responses (workspace_id, survey_link_id, page_nonce)
  WHERE survey_link_id IS NOT NULL;
