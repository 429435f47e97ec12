-- As in 0039; and an answer holds on to its invitation. Whoever erases a person locks the invitations first: the
-- answer is either in by then, or finds what it was asked by closed. Without it one that came in the same moment was
-- stripped of its attributes and still counted under them.
CREATE OR REPLACE FUNCTION svar_record_answer(
  workspace uuid, invitation_number bigint, new_id uuid, given_score smallint, given_comment text,
  given_drivers text, given_contact text, given_phone text, given_at timestamptz,
  given_evidence text)
RETURNS TABLE (outcome text, response_id uuid, version integer)
LANGUAGE plpgsql
SET role = 'svar_app' SET "app.workspace_id" = '' SET lock_timeout = '5s'
AS $$
#variable_conflict use_column
DECLARE
  asked record;
  was record;
  way CONSTANT contact_way := nullif(given_contact, 'none')::contact_way;
  chosen text[];
  now_chosen text[];
  no_team CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  PERFORM set_config('app.workspace_id', workspace::text, true);
  SELECT i.*, w.timezone, s.drivers AS offered INTO asked
  FROM invitations i
  JOIN workspaces w ON w.id = i.workspace_id
  JOIN surveys s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
  WHERE i.workspace_id = workspace AND i.number = invitation_number
  FOR KEY SHARE OF i;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::integer;
    RETURN;
  END IF;
  IF asked.expires_at <= given_at THEN
    RETURN QUERY SELECT 'expired', NULL::uuid, NULL::integer;
    RETURN;
  END IF;

  chosen := CASE WHEN coalesce(given_drivers, '') = '' THEN '{}'::text[] ELSE ARRAY(
    SELECT driver.value ->> 'id'
    FROM jsonb_array_elements(asked.offered) WITH ORDINALITY AS driver (value, place)
    WHERE driver.value ->> 'id' = ANY (string_to_array(given_drivers, ','))
    ORDER BY driver.place) END;
  INSERT INTO responses (workspace_id, id, survey_id, campaign_id, invitation_id, contact_id, score, comment,
    drivers, contact_by, contact_phone, evidence, channel, locale, touchpoint, team_id, employee, account_id, attributes,
    answered_at, updated_at)
  VALUES (workspace, new_id, asked.survey_id, asked.campaign_id, asked.id, asked.contact_id, given_score,
    given_comment, chosen, way, given_phone, given_evidence::response_evidence, 'email', asked.locale, asked.touchpoint, asked.team_id,
    asked.employee, asked.account_id, asked.attributes, given_at, given_at)
  ON CONFLICT (workspace_id, invitation_id) DO NOTHING;
  IF FOUND THEN
    INSERT INTO response_count_deltas
      (workspace_id, day, survey_id, campaign_id, touchpoint, team_id, employee, channel, locale, drivers, attributes,
        score, delta, asked_on)
    VALUES (workspace, (given_at AT TIME ZONE asked.timezone)::date, asked.survey_id, asked.campaign_id,
      asked.touchpoint, coalesce(asked.team_id, no_team), coalesce(asked.employee, ''), 'email', asked.locale, chosen,
      asked.attributes, given_score, 1,
      (coalesce(asked.sent_at, asked.created_at) AT TIME ZONE asked.timezone)::date);
    INSERT INTO unconsidered_responses (workspace_id, response_id, version, due_at)
    VALUES (workspace, new_id, 1, given_at);
    RETURN QUERY SELECT 'recorded', new_id, 1;
    RETURN;
  END IF;

  SELECT r.* INTO was
  FROM responses r WHERE r.workspace_id = workspace AND r.invitation_id = asked.id
  FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::integer;
    RETURN;
  END IF;
  IF given_evidence <> 'confirmed' THEN
    RETURN QUERY SELECT 'unchanged', was.id, was.version;
    RETURN;
  END IF;
  IF was.withdrawn_at IS NULL AND (was.score, was.comment) IS NOT DISTINCT FROM (given_score, given_comment)
    AND (given_drivers IS NULL OR was.drivers = chosen)
    AND (given_contact IS NULL
      OR (was.contact_by, was.contact_phone) IS NOT DISTINCT FROM (way, given_phone)) THEN
    IF was.evidence <> 'confirmed' THEN
      UPDATE responses r SET evidence = 'confirmed' WHERE r.workspace_id = workspace AND r.id = was.id;
    END IF;
    RETURN QUERY SELECT 'unchanged', was.id, was.version;
    RETURN;
  END IF;

  IF was.version >= 100 THEN
    RETURN QUERY SELECT 'changed_too_often', was.id, was.version;
    RETURN;
  END IF;
  INSERT INTO response_versions
    (workspace_id, response_id, version, score, comment, drivers, contact_by, contact_phone, given_at)
  VALUES (workspace, was.id, was.version, was.score, was.comment, was.drivers, was.contact_by, was.contact_phone,
    was.updated_at);
  now_chosen := CASE WHEN given_drivers IS NULL THEN was.drivers ELSE chosen END;
  UPDATE responses r
  SET score = given_score, comment = given_comment, version = was.version + 1, updated_at = given_at,
    withdrawn_at = NULL, evidence = 'confirmed',
    drivers = now_chosen,
    contact_by = CASE WHEN given_contact IS NULL THEN was.contact_by ELSE way END,
    contact_phone = CASE WHEN given_contact IS NULL THEN was.contact_phone ELSE given_phone END
  WHERE r.workspace_id = workspace AND r.id = was.id;
  INSERT INTO response_count_deltas
    (workspace_id, day, survey_id, campaign_id, touchpoint, team_id, employee, channel, locale, drivers, attributes,
      score, delta, asked_on)
  SELECT workspace, (was.answered_at AT TIME ZONE asked.timezone)::date, was.survey_id, was.campaign_id,
    was.touchpoint, coalesce(was.team_id, no_team), coalesce(was.employee, ''), was.channel, was.locale,
    moved.drivers, was.attributes, moved.score, moved.delta,
    CASE WHEN was.withdrawn_at IS NOT NULL
      THEN (coalesce(asked.sent_at, asked.created_at) AT TIME ZONE asked.timezone)::date END
  FROM (VALUES (was.score, was.drivers, -1), (given_score, now_chosen, 1)) AS moved (score, drivers, delta)
  WHERE CASE WHEN was.withdrawn_at IS NULL
    THEN (was.score, was.drivers) IS DISTINCT FROM (given_score, now_chosen) ELSE moved.delta = 1 END;
  INSERT INTO unconsidered_responses (workspace_id, response_id, version, due_at)
  VALUES (workspace, was.id, was.version + 1, given_at);
  RETURN QUERY SELECT 'changed', was.id, was.version + 1;
END $$;
