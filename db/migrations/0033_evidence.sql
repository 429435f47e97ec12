-- Evidence that a person answered (RELIABILITY.md 2.1). What was seen of an invitation's links stands apart from the
-- answers: a scanner makes none, whatever it opens, and never stands in the way of the customer.
CREATE TYPE evidence_decision AS ENUM('released', 'discarded');
CREATE TABLE answer_evidence (
  workspace_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  score smallint,
  requested smallint[] NOT NULL,
  opened integer NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  decoy_at timestamptz,
  gesture_at timestamptz,
  visible_ms integer DEFAULT 0 NOT NULL,
  settle_at timestamptz,
  decision evidence_decision,
  decided_at timestamptz,
  decided_by text,
  PRIMARY KEY (workspace_id, invitation_id),
  FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (decided_by) REFERENCES users (id) ON DELETE SET NULL,
  CHECK (score BETWEEN 0 AND 10),
  CHECK ((decision IS NULL) = (decided_at IS NULL))
);
SELECT svar_protect('answer_evidence');
CREATE INDEX answer_evidence_unsettled ON answer_evidence (workspace_id, settle_at) WHERE settle_at IS NOT NULL;
CREATE INDEX answer_evidence_provisional ON answer_evidence (workspace_id, last_at DESC)
  WHERE settle_at IS NULL AND decision IS NULL AND score IS NOT NULL;
CREATE POLICY door ON answer_evidence FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, settle_at) ON answer_evidence TO svar_door;

-- A workspace may count confirmed answers only.
ALTER TABLE workspaces ADD COLUMN confirmed_only boolean NOT NULL DEFAULT false;

-- Provisional answers are not among the answers any more; a person may release one.
ALTER TABLE responses DROP COLUMN counts;
DELETE FROM responses WHERE evidence = 'provisional';
ALTER TYPE response_evidence RENAME VALUE 'provisional' TO 'released';
ALTER TABLE responses ADD COLUMN counts boolean NOT NULL GENERATED ALWAYS AS (withdrawn_at IS NULL) STORED;

-- Links that were opened, many at once; without a score it was the decoy, which no person can see. Whoever has
-- answered is past that.
CREATE FUNCTION svar_note_opened(workspace uuid, numbers bigint[], scores smallint[], moments timestamptz[])
RETURNS void
LANGUAGE plpgsql
SET role = 'svar_app' SET "app.workspace_id" = '' SET lock_timeout = '5s'
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('app.workspace_id', workspace::text, true);
  INSERT INTO answer_evidence AS known
    (workspace_id, invitation_id, score, requested, opened, first_at, last_at, decoy_at, settle_at)
  SELECT workspace, i.id, (array_agg(hit.score ORDER BY hit.at DESC) FILTER (WHERE hit.score IS NOT NULL))[1],
    coalesce(array_agg(DISTINCT hit.score) FILTER (WHERE hit.score IS NOT NULL), '{}'),
    count(hit.score), min(hit.at), max(hit.at), min(hit.at) FILTER (WHERE hit.score IS NULL),
    max(hit.at) + interval '10 minutes'
  FROM unnest(numbers, scores, moments) AS hit (number, score, at)
  JOIN invitations i ON i.workspace_id = workspace AND i.number = hit.number AND i.expires_at > hit.at
  WHERE NOT EXISTS (SELECT FROM responses r WHERE r.workspace_id = workspace AND r.invitation_id = i.id)
  GROUP BY i.id ORDER BY i.id
  ON CONFLICT (workspace_id, invitation_id) DO UPDATE
  SET score = coalesce(excluded.score, known.score),
    requested = ARRAY(SELECT DISTINCT unnest(known.requested || excluded.requested) ORDER BY 1),
    opened = known.opened + excluded.opened,
    last_at = greatest(known.last_at, excluded.last_at),
    decoy_at = least(known.decoy_at, excluded.decoy_at),
    settle_at = CASE WHEN known.decision IS NULL THEN excluded.settle_at END;
END $$;

-- A person was seen to act on a page that a link with a score had opened.
CREATE FUNCTION svar_note_seen(
  workspace uuid, invitation_number bigint, seen_score smallint, seen_ms integer, seen_at timestamptz)
RETURNS void
LANGUAGE plpgsql
SET role = 'svar_app' SET "app.workspace_id" = '' SET lock_timeout = '5s'
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('app.workspace_id', workspace::text, true);
  UPDATE answer_evidence e
  SET score = seen_score, gesture_at = coalesce(gesture_at, seen_at), visible_ms = greatest(visible_ms, seen_ms),
    last_at = greatest(last_at, seen_at),
    settle_at = CASE WHEN decision IS NULL THEN greatest(settle_at, seen_at + interval '10 minutes') END
  FROM invitations i
  WHERE i.workspace_id = workspace AND i.number = invitation_number AND i.expires_at > seen_at
    AND e.workspace_id = workspace AND e.invitation_id = i.id AND e.score IS NOT NULL;
END $$;

-- As in 0032, and with the evidence for it: what was settled or released never changes an answer that is there, and
-- a press on Send confirms one that was counted without it.
DROP FUNCTION svar_record_answer(uuid, bigint, uuid, smallint, text, text, text, text, timestamptz);
CREATE FUNCTION svar_record_answer(
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
  no_team CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  PERFORM set_config('app.workspace_id', workspace::text, true);
  SELECT i.*, w.timezone, s.drivers AS offered INTO asked
  FROM invitations i
  JOIN workspaces w ON w.id = i.workspace_id
  JOIN surveys s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
  WHERE i.workspace_id = workspace AND i.number = invitation_number;
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
      (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, delta, asked_on)
    VALUES (workspace, (given_at AT TIME ZONE asked.timezone)::date, asked.survey_id, asked.touchpoint,
      coalesce(asked.team_id, no_team), 'email', asked.locale, given_score, 1,
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

  INSERT INTO response_versions
    (workspace_id, response_id, version, score, comment, drivers, contact_by, contact_phone, given_at)
  VALUES (workspace, was.id, was.version, was.score, was.comment, was.drivers, was.contact_by, was.contact_phone,
    was.updated_at);
  UPDATE responses r
  SET score = given_score, comment = given_comment, version = was.version + 1, updated_at = given_at,
    withdrawn_at = NULL, evidence = 'confirmed',
    drivers = CASE WHEN given_drivers IS NULL THEN was.drivers ELSE chosen END,
    contact_by = CASE WHEN given_contact IS NULL THEN was.contact_by ELSE way END,
    contact_phone = CASE WHEN given_contact IS NULL THEN was.contact_phone ELSE given_phone END
  WHERE r.workspace_id = workspace AND r.id = was.id;
  INSERT INTO response_count_deltas
    (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, delta, asked_on)
  SELECT workspace, (was.answered_at AT TIME ZONE asked.timezone)::date, was.survey_id, was.touchpoint,
    coalesce(was.team_id, no_team), was.channel, was.locale, moved.score, moved.delta,
    CASE WHEN was.withdrawn_at IS NOT NULL
      THEN (coalesce(asked.sent_at, asked.created_at) AT TIME ZONE asked.timezone)::date END
  FROM (VALUES (was.score, -1), (given_score, 1)) AS moved (score, delta)
  WHERE CASE WHEN was.withdrawn_at IS NULL THEN was.score <> given_score ELSE moved.delta = 1 END;
  INSERT INTO unconsidered_responses (workspace_id, response_id, version, due_at)
  VALUES (workspace, was.id, was.version + 1, given_at);
  RETURN QUERY SELECT 'changed', was.id, was.version + 1;
END $$;
