-- Customers ask for what is kept about them by a mail to their own address, and have it erased there.
ALTER TYPE mail_kind ADD VALUE 'own_data';

CREATE TABLE own_data_requests (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  contact_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations (workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX own_data_requests_number ON own_data_requests (workspace_id, number);
CREATE INDEX own_data_requests_contact ON own_data_requests (workspace_id, contact_id, requested_at DESC);
SELECT svar_protect('own_data_requests');

-- An erased contact stays as a row without anything about the person, so that ledgers still add up.
ALTER TABLE contacts ADD COLUMN erased_at timestamptz;
ALTER TABLE contacts ADD CHECK (erased_at IS NULL OR num_nonnulls(email, email_key, address_hash, name, external_id) = 0);

-- Histories are append-only but for erasing: what a person wrote, or was written about one, may become nothing.
GRANT UPDATE (comment, contact_by, contact_phone) ON response_versions TO svar_app;
GRANT UPDATE (detail) ON mail_events TO svar_app;
GRANT UPDATE (why) ON suppression_events TO svar_app;
CREATE FUNCTION svar_only_erases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(TG_ARGV) AS erasable (name) WHERE to_jsonb(NEW) ->> name IS NOT NULL) THEN
    RAISE EXCEPTION 'a history is not rewritten: %', TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_erases BEFORE UPDATE ON response_versions
  FOR EACH ROW EXECUTE FUNCTION svar_only_erases('comment', 'contact_by', 'contact_phone');
CREATE TRIGGER only_erases BEFORE UPDATE ON mail_events
  FOR EACH ROW EXECUTE FUNCTION svar_only_erases('detail');
CREATE TRIGGER only_erases BEFORE UPDATE ON suppression_events
  FOR EACH ROW EXECUTE FUNCTION svar_only_erases('why');
