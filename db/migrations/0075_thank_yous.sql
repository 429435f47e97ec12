-- A mail that thanks a customer for an answer, by a rule, and may ask to pass the company on. There is one for an answer at
-- most: `thanked_at` is when it went into the outbox, and is set once. Until then it is due, or left out, and why.
ALTER TYPE mail_kind ADD VALUE 'thank_you';

CREATE TABLE thank_yous (
  workspace_id uuid NOT NULL,
  response_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  rule_version integer NOT NULL,
  due_at timestamptz NOT NULL,
  thanked_at timestamptz,
  mail_id uuid,
  locale text,
  words text,
  ask text,
  link text,
  left_out_at timestamptz,
  left_out_because text CHECK (left_out_because IN ('changed', 'withdrawn', 'needs_us', 'unknown', 'stopped',
    'thanked_lately', 'no_ground', 'no_text', 'unfilled', 'review_site', 'too_late')),
  PRIMARY KEY (workspace_id, response_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, response_id) REFERENCES responses (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, rule_id, rule_version) REFERENCES case_rule_changes (workspace_id, rule_id, version),
  FOREIGN KEY (workspace_id, mail_id) REFERENCES outbound_mails (workspace_id, id),
  CHECK ((left_out_at IS NULL) = (left_out_because IS NULL)),
  CHECK ((thanked_at IS NULL) = (mail_id IS NULL)),
  CHECK ((thanked_at IS NULL) = (words IS NULL) AND (thanked_at IS NULL) = (locale IS NULL)),
  CHECK ((ask IS NULL) = (link IS NULL))
);
CREATE UNIQUE INDEX thank_yous_mail ON thank_yous (workspace_id, mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX thank_yous_rule ON thank_yous (workspace_id, rule_id);
CREATE INDEX thank_yous_due ON thank_yous (due_at) WHERE thanked_at IS NULL AND left_out_at IS NULL;
SELECT svar_protect('thank_yous');
-- The worker finds the workspaces in which it is time.
CREATE POLICY door ON thank_yous FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, due_at, thanked_at, left_out_at) ON thank_yous TO svar_door;
