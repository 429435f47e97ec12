-- On what ground each contact could be asked, from when on, told by whom and how: every change, append-only. The table is
-- written by the contacts themselves, so that no way of bringing contacts in can forget it. Who tells is said by the
-- transaction: in `app.told_by` a member's id, which a program, a customer or Svar leaves empty, in `app.came_by` the way.
CREATE TABLE contact_grounds (
  workspace_id uuid NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  contact_id uuid NOT NULL,
  at timestamptz NOT NULL,
  ground text NOT NULL CHECK (ground IN ('consent', 'existing_customer', 'neutral_survey', 'none')),
  -- Where consent was given, or what else is known of the ground; erased with the person.
  ground_source text,
  consented_at timestamptz,
  -- By which way it came: a file, the API, a colleague's hand; null: it is not known.
  came_by text,
  told_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_grounds_contact ON contact_grounds (workspace_id, contact_id, id);

INSERT INTO contact_grounds (workspace_id, contact_id, at, ground, ground_source, consented_at)
SELECT workspace_id, id, created_at, legal_ground, ground_source, consented_at FROM contacts WHERE erased_at IS NULL;

SELECT svar_protect('contact_grounds');
REVOKE UPDATE, DELETE ON contact_grounds FROM svar_app;
GRANT UPDATE (ground_source) ON contact_grounds TO svar_app;
CREATE TRIGGER only_erases BEFORE UPDATE ON contact_grounds
  FOR EACH ROW EXECUTE FUNCTION svar_only_erases('ground_source');

-- Who sees their own teams' things only knows no more of a customer than they may.
CREATE POLICY own_sight ON contact_grounds AS RESTRICTIVE TO svar_team USING (EXISTS (
  SELECT FROM contacts c WHERE c.workspace_id = contact_grounds.workspace_id AND c.id = contact_grounds.contact_id));

-- One statement for all rows of an import, not one for each.
CREATE FUNCTION svar_note_first_grounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO contact_grounds (workspace_id, contact_id, at, ground, ground_source, consented_at, came_by, told_by)
  SELECT workspace_id, id, updated_at, legal_ground, ground_source, consented_at, source,
    nullif(current_setting('app.told_by', true), '')
  FROM now_known WHERE erased_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER note_first_grounds AFTER INSERT ON contacts REFERENCING NEW TABLE AS now_known
  FOR EACH STATEMENT EXECUTE FUNCTION svar_note_first_grounds();

CREATE FUNCTION svar_note_grounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO contact_grounds (workspace_id, contact_id, at, ground, ground_source, consented_at, came_by, told_by)
  SELECT workspace_id, id, n.updated_at, n.legal_ground, n.ground_source, n.consented_at,
    nullif(current_setting('app.came_by', true), ''), nullif(current_setting('app.told_by', true), '')
  FROM now_known n JOIN known_before b USING (workspace_id, id)
  WHERE n.erased_at IS NULL AND (n.legal_ground, n.ground_source, n.consented_at)
    IS DISTINCT FROM (b.legal_ground, b.ground_source, b.consented_at);
  RETURN NULL;
END $$;
CREATE TRIGGER note_grounds AFTER UPDATE ON contacts REFERENCING OLD TABLE AS known_before NEW TABLE AS now_known
  FOR EACH STATEMENT EXECUTE FUNCTION svar_note_grounds();

-- What a person wrote into somebody else's dialogue is found when they are erased.
CREATE INDEX case_messages_from ON case_messages (workspace_id, lower(from_address)) WHERE from_address IS NOT NULL;
CREATE INDEX inbound_mails_from ON inbound_mails (workspace_id, lower(mail_from)) WHERE mail_from <> '';

-- What a chat answered may repeat what it was told.
GRANT UPDATE (answer) ON chat_message_events TO svar_app;
CREATE TRIGGER only_erases BEFORE UPDATE ON chat_message_events
  FOR EACH ROW EXECUTE FUNCTION svar_only_erases('answer');

CREATE INDEX audit_entries_subject ON audit_entries (workspace_id, subject_id, action, at DESC);
