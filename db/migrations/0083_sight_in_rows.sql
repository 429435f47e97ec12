-- Who sees their own teams' things only works as svar_team: it may what svar_app may, and sees fewer rows of it
-- (docs/decisions/0052). The restrictions below are of this role alone, so that they cost the others nothing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'svar_team') THEN
    CREATE ROLE svar_team NOLOGIN NOSUPERUSER NOBYPASSRLS INHERIT;
  END IF;
END $$;
GRANT svar_app TO svar_team;

-- Who looks, and for whom they stand in today; with which teams. Unset, nobody with none.
CREATE FUNCTION svar_member_ids() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(string_to_array(nullif(current_setting('app.member_ids', true), ''), ','), '{}') $$;
CREATE FUNCTION svar_team_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(nullif(current_setting('app.team_ids', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION svar_sees_teamless() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(current_setting('app.teamless', true), '') = 'on' $$;

-- Each is asked for once a statement, in a SELECT of its own: what it returns may then look into indexes beside other policies,
-- which the function itself, not being leakproof, may not.
CREATE POLICY own_sight ON case_sights AS RESTRICTIVE FOR SELECT TO svar_team USING (user_id = ANY ((SELECT svar_member_ids())::text[]));

CREATE POLICY own_sight ON cases AS RESTRICTIVE TO svar_team USING (
  team_id = ANY ((SELECT svar_team_ids())::uuid[]) OR (team_id IS NULL AND (SELECT svar_sees_teamless())) OR assignee_id = ANY ((SELECT svar_member_ids())::text[])
  OR id IN (SELECT m.case_id FROM case_sights m
    WHERE m.workspace_id = svar_workspace_id() AND m.user_id = ANY ((SELECT svar_member_ids())::text[])));

CREATE POLICY own_sight ON responses AS RESTRICTIVE TO svar_team USING (
  team_id = ANY ((SELECT svar_team_ids())::uuid[]) OR (team_id IS NULL AND (SELECT svar_sees_teamless()))
  OR id IN (SELECT c.response_id FROM cases c
    WHERE c.workspace_id = svar_workspace_id() AND c.response_id IS NOT NULL AND c.assignee_id = ANY ((SELECT svar_member_ids())::text[])
    UNION ALL
    SELECT c.response_id FROM case_sights m
    JOIN cases c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
    WHERE m.workspace_id = svar_workspace_id() AND m.user_id = ANY ((SELECT svar_member_ids())::text[]) AND c.response_id IS NOT NULL));

CREATE POLICY own_sight ON contacts AS RESTRICTIVE TO svar_team USING (
  team_id = ANY ((SELECT svar_team_ids())::uuid[]) OR (team_id IS NULL AND (SELECT svar_sees_teamless()))
  OR EXISTS (SELECT FROM cases c WHERE c.workspace_id = contacts.workspace_id AND c.contact_id = contacts.id)
  OR EXISTS (SELECT FROM responses r WHERE r.workspace_id = contacts.workspace_id AND r.contact_id = contacts.id));

CREATE POLICY own_sight ON invitations AS RESTRICTIVE TO svar_team USING (
  team_id = ANY ((SELECT svar_team_ids())::uuid[]) OR (team_id IS NULL AND (SELECT svar_sees_teamless()))
  OR EXISTS (SELECT FROM cases c WHERE c.workspace_id = invitations.workspace_id AND c.invitation_id = invitations.id)
  OR EXISTS (SELECT FROM responses r
    WHERE r.workspace_id = invitations.workspace_id AND r.invitation_id = invitations.id));

CREATE INDEX case_messages_inbound ON case_messages (workspace_id, inbound_mail_id) WHERE inbound_mail_id IS NOT NULL;
-- What belongs to a case, an answer, an ask or a customer is seen with it.
DO $$
DECLARE
  kept text[];
BEGIN
  FOREACH kept SLICE 1 IN ARRAY ARRAY[
    ['case_messages', 'case_id', 'cases', 'id'], ['case_events', 'case_id', 'cases', 'id'],
    ['case_closures', 'case_id', 'cases', 'id'], ['case_origins', 'case_id', 'cases', 'id'],
    ['case_merges', 'case_id', 'cases', 'id'], ['case_tags', 'case_id', 'cases', 'id'],
    ['case_drafts', 'case_id', 'cases', 'id'], ['held_replies', 'case_id', 'cases', 'id'],
    ['case_presences', 'case_id', 'cases', 'id'], ['case_reads', 'case_id', 'cases', 'id'],
    ['case_news', 'case_id', 'cases', 'id'], ['promises', 'case_id', 'cases', 'id'],
    ['attachments', 'case_id', 'cases', 'id'], ['recovery_checks', 'case_id', 'cases', 'id'],
    ['promise_changes', 'promise_id', 'promises', 'id'], ['message_htmls', 'message_id', 'case_messages', 'id'],
    ['recovery_answers', 'check_id', 'recovery_checks', 'id'], ['alert_news', 'news_id', 'case_news', 'id'],
    ['response_versions', 'response_id', 'responses', 'id'], ['quote_consents', 'response_id', 'responses', 'id'],
    ['thank_yous', 'response_id', 'responses', 'id'], ['answer_evidence', 'invitation_id', 'invitations', 'id'],
    ['exclusions', 'contact_id', 'contacts', 'id'], ['events', 'contact_id', 'contacts', 'id'],
    ['mail_events', 'mail_id', 'outbound_mails', 'id'], ['bounces', 'mail_id', 'outbound_mails', 'id'],
    ['target_changes', 'target_id', 'targets', 'id'], ['inbound_mails', 'id', 'case_messages', 'inbound_mail_id']
  ] LOOP
    EXECUTE format(
      'CREATE POLICY own_sight ON %1$I AS RESTRICTIVE TO svar_team USING (EXISTS (
        SELECT FROM %3$I AS whole WHERE whole.workspace_id = %1$I.workspace_id AND whole.%4$I = %1$I.%2$I))',
      kept[1], kept[2], kept[3], kept[4]);
  END LOOP;
END $$;

CREATE POLICY own_sight ON outbound_mails AS RESTRICTIVE TO svar_team USING (
  (case_id IS NULL OR EXISTS (SELECT FROM cases c
    WHERE c.workspace_id = outbound_mails.workspace_id AND c.id = outbound_mails.case_id))
  AND (invitation_id IS NULL OR EXISTS (SELECT FROM invitations i
    WHERE i.workspace_id = outbound_mails.workspace_id AND i.id = outbound_mails.invitation_id)));

-- Figures are those of the own teams; counters that do not tell teams apart are not for them.
CREATE POLICY own_sight ON response_counts AS RESTRICTIVE FOR SELECT TO svar_team USING (
  team_id = ANY ((SELECT svar_team_ids())::uuid[]) OR (team_id = '00000000-0000-0000-0000-000000000000' AND (SELECT svar_sees_teamless())));
CREATE POLICY own_sight ON response_count_deltas AS RESTRICTIVE FOR SELECT TO svar_team USING (
  team_id = ANY ((SELECT svar_team_ids())::uuid[]) OR (team_id = '00000000-0000-0000-0000-000000000000' AND (SELECT svar_sees_teamless())));
CREATE POLICY own_sight ON targets AS RESTRICTIVE TO svar_team USING (team_id = ANY ((SELECT svar_team_ids())::uuid[]));
CREATE POLICY own_sight ON response_cuts AS RESTRICTIVE FOR SELECT TO svar_team USING (false);
CREATE POLICY own_sight ON invitation_counts AS RESTRICTIVE FOR SELECT TO svar_team USING (false);
CREATE POLICY own_sight ON imports AS RESTRICTIVE TO svar_team USING (false);
CREATE POLICY own_sight ON own_data_requests AS RESTRICTIVE TO svar_team USING (false);

-- The case of a customer who came without an answer is their team's.
CREATE OR REPLACE FUNCTION svar_set_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.team_id := coalesce(
    (SELECT team_id FROM responses WHERE workspace_id = NEW.workspace_id AND id = NEW.response_id),
    (SELECT team_id FROM invitations WHERE workspace_id = NEW.workspace_id AND id = NEW.invitation_id),
    (SELECT team_id FROM contacts
      WHERE workspace_id = NEW.workspace_id AND id = NEW.contact_id AND NEW.came_by IS NOT NULL));
  RETURN NEW;
END $$;
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
ALTER TABLE contacts NO FORCE ROW LEVEL SECURITY;
UPDATE cases SET team_id = c.team_id FROM contacts c
WHERE c.workspace_id = cases.workspace_id AND c.id = cases.contact_id AND c.team_id IS NOT NULL
  AND cases.came_by IS NOT NULL AND cases.team_id IS NULL;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
ALTER TABLE contacts FORCE ROW LEVEL SECURITY;
