-- On what ground each contact is asked, in closed words; consent with its date and where it was given. What companies had
-- written in words of their own stays as the ground's source.
ALTER TABLE workspaces ADD COLUMN country text DEFAULT 'other' NOT NULL
  CHECK (country IN ('DK', 'DE', 'SE', 'NO', 'FI', 'other'));
UPDATE workspaces SET country = CASE timezone WHEN 'Europe/Copenhagen' THEN 'DK' WHEN 'Europe/Berlin' THEN 'DE'
  WHEN 'Europe/Stockholm' THEN 'SE' WHEN 'Europe/Oslo' THEN 'NO' WHEN 'Europe/Helsinki' THEN 'FI' ELSE 'other' END;
UPDATE workspaces SET legal_ground = 'existing_customer';
ALTER TABLE workspaces ADD CHECK (legal_ground IN ('existing_customer', 'neutral_survey', 'none'));

ALTER TABLE contacts ADD COLUMN ground_source text, ADD COLUMN consented_at timestamptz;
UPDATE contacts SET
  ground_source = CASE WHEN legal_ground NOT LIKE 'existing customer%' THEN legal_ground END,
  consented_at = CASE WHEN legal_ground ILIKE '%consent%' THEN created_at END,
  legal_ground = CASE WHEN legal_ground ILIKE '%consent%' THEN 'consent' ELSE 'existing_customer' END;
ALTER TABLE contacts ADD CHECK (legal_ground IN ('consent', 'existing_customer', 'neutral_survey', 'none'));
ALTER TABLE contacts ADD CHECK (legal_ground <> 'consent' OR consented_at IS NOT NULL AND ground_source IS NOT NULL);

ALTER TABLE imports ADD COLUMN legal_ground text, ADD COLUMN ground_source text, ADD COLUMN consented_at timestamptz;

-- What a workspace takes for the law of a country, where it differs from what Svar proposes.
CREATE TABLE legal_rules (
  workspace_id uuid NOT NULL,
  country text NOT NULL CHECK (country IN ('DK', 'DE', 'SE', 'NO', 'FI', 'other')),
  accepts jsonb NOT NULL,
  reason text NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text,
  PRIMARY KEY (workspace_id, country),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
SELECT svar_protect('legal_rules');

-- Whether a campaign asks as a neutral survey, without any advertising; its texts are checked before it starts.
ALTER TABLE campaigns ADD COLUMN neutral boolean DEFAULT false NOT NULL;
ALTER TYPE exclusion_reason ADD VALUE 'no_legal_ground';
