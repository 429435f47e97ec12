-- A customer's consent to be quoted: for the words of one version of an answer, and in what manner. It stands until
-- `ended_at`; another manner ends it and gives a new one, so that the rows are its history.
ALTER TABLE workspaces ADD COLUMN asks_to_quote boolean DEFAULT false NOT NULL;

CREATE TABLE quote_consents (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  response_id uuid NOT NULL,
  version integer NOT NULL,
  manner text NOT NULL CHECK (manner IN ('name_and_company', 'name', 'company', 'anonymous')),
  given_at timestamptz NOT NULL,
  given_by uuid NOT NULL,
  ended_at timestamptz,
  ended_as text CHECK (ended_as IN ('taken_back', 'replaced', 'rewritten', 'answer_withdrawn')),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, response_id) REFERENCES responses (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, given_by) REFERENCES contacts (workspace_id, id) ON DELETE CASCADE,
  CHECK ((ended_as IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX quote_consents_standing ON quote_consents (workspace_id, response_id) WHERE ended_at IS NULL;
CREATE INDEX quote_consents_response ON quote_consents (workspace_id, response_id, id);
CREATE INDEX quote_consents_contact ON quote_consents (workspace_id, given_by);
SELECT svar_protect('quote_consents');
REVOKE UPDATE ON quote_consents FROM svar_app;
GRANT UPDATE (ended_at, ended_as) ON quote_consents TO svar_app;

-- Whoever changes the words, or takes the answer back, has not consented to what stands there then: by whatever way the
-- answer changes.
CREATE FUNCTION svar_end_quote_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE quote_consents SET
    ended_at = greatest(given_at, CASE WHEN NEW.withdrawn_at IS NULL THEN NEW.updated_at ELSE NEW.withdrawn_at END),
    ended_as = CASE WHEN NEW.withdrawn_at IS NULL THEN 'rewritten' ELSE 'answer_withdrawn' END
  WHERE workspace_id = NEW.workspace_id AND response_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_quote_consent AFTER UPDATE OF comment, withdrawn_at ON responses
  FOR EACH ROW
  WHEN (NEW.comment IS DISTINCT FROM OLD.comment OR (NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL))
  EXECUTE FUNCTION svar_end_quote_consent();
