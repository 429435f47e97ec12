-- Answers and views of the answer page come in bursts, by the thousand in the minutes after a campaign has left.
-- A transaction that takes on role and tenant, works and commits costs them four round trips and five times the
-- work of the statement itself; these functions do it in one statement. They run as svar_app, so row-level
-- security holds as everywhere: whoever calls them gains nothing that the role has not.

-- Answers that the dialogue has not considered yet: written with the answer, taken by the worker. A task of the
-- job library instead costs an answer as much again as all the rest of it (seventeen indexes).
CREATE TABLE unconsidered_responses (
  workspace_id uuid NOT NULL,
  response_id uuid NOT NULL,
  version integer NOT NULL,
  due_at timestamptz NOT NULL,
  attempts smallint DEFAULT 0 NOT NULL,
  PRIMARY KEY (workspace_id, response_id, version),
  FOREIGN KEY (workspace_id, response_id) REFERENCES responses (workspace_id, id) ON DELETE CASCADE
);
SELECT svar_protect('unconsidered_responses');
CREATE POLICY door ON unconsidered_responses FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, due_at) ON unconsidered_responses TO svar_door;

-- How many were asked on a day, and how many of those have answered whenever it was: the response rate at the same
-- cost for a thousand invitations and for ten million. The first answer to an invitation says in its counter
-- change on what day that was sent.
ALTER TABLE response_count_deltas ADD COLUMN asked_on date;
CREATE TABLE invitation_counts (
  workspace_id uuid NOT NULL,
  day date NOT NULL,
  survey_id uuid NOT NULL,
  sent integer DEFAULT 0 NOT NULL,
  answered integer DEFAULT 0 NOT NULL,
  PRIMARY KEY (workspace_id, day, survey_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE
);
SELECT svar_protect('invitation_counts');

-- What the answer page needs to know of an invitation; no row when it is gone.
CREATE FUNCTION svar_asked(workspace uuid, invitation_number bigint)
RETURNS TABLE (
  survey_id uuid, words text, company_name text, locale text, timezone text, expires_at timestamptz,
  score smallint, comment text, answered_at timestamptz)
LANGUAGE plpgsql
SET role = 'svar_app' SET "app.workspace_id" = ''
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('app.workspace_id', workspace::text, true);
  RETURN QUERY
    SELECT i.survey_id, s.updated_at::text, w.name, i.locale, w.timezone, i.expires_at,
      r.score, r.comment, r.updated_at
    FROM invitations i
    JOIN workspaces w ON w.id = i.workspace_id
    JOIN surveys s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
    LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id
    WHERE i.workspace_id = workspace AND i.number = invitation_number;
END $$;

-- Takes the answer to an invitation: the first makes it, a later one changes it and keeps what it said before.
-- Of answers that come at once the unique index lets one in; the others wait for it and change what it made,
-- one after the other, since each locks the row. Counters move with the answer, by the day in the workspace's
-- time zone on which it was first given. Outcomes: recorded, changed, unchanged, expired, unknown.
CREATE FUNCTION svar_record_answer(
  workspace uuid, invitation_number bigint, new_id uuid, given_score smallint, given_comment text, given_at timestamptz)
RETURNS TABLE (outcome text, response_id uuid, version integer)
LANGUAGE plpgsql
SET role = 'svar_app' SET "app.workspace_id" = '' SET lock_timeout = '5s'
AS $$
#variable_conflict use_column
DECLARE
  asked record;
  was record;
  no_team CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  PERFORM set_config('app.workspace_id', workspace::text, true);
  SELECT i.*, w.timezone INTO asked
  FROM invitations i JOIN workspaces w ON w.id = i.workspace_id
  WHERE i.workspace_id = workspace AND i.number = invitation_number;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::integer;
    RETURN;
  END IF;
  IF asked.expires_at <= given_at THEN
    RETURN QUERY SELECT 'expired', NULL::uuid, NULL::integer;
    RETURN;
  END IF;

  INSERT INTO responses (workspace_id, id, survey_id, campaign_id, invitation_id, contact_id, score, comment,
    evidence, channel, locale, touchpoint, team_id, employee, account_id, attributes, answered_at, updated_at)
  VALUES (workspace, new_id, asked.survey_id, asked.campaign_id, asked.id, asked.contact_id, given_score,
    given_comment, 'confirmed', 'email', asked.locale, asked.touchpoint, asked.team_id, asked.employee,
    asked.account_id, asked.attributes, given_at, given_at)
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
  IF (was.score, was.comment) IS NOT DISTINCT FROM (given_score, given_comment) THEN
    RETURN QUERY SELECT 'unchanged', was.id, was.version;
    RETURN;
  END IF;

  INSERT INTO response_versions (workspace_id, response_id, version, score, comment, given_at)
  VALUES (workspace, was.id, was.version, was.score, was.comment, was.updated_at);
  UPDATE responses r
  SET score = given_score, comment = given_comment, version = was.version + 1, updated_at = given_at
  WHERE r.workspace_id = workspace AND r.id = was.id;
  INSERT INTO response_count_deltas
    (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, delta)
  SELECT workspace, (was.answered_at AT TIME ZONE asked.timezone)::date, was.survey_id, was.touchpoint,
    coalesce(was.team_id, no_team), was.channel, was.locale, moved.score, moved.delta
  FROM (VALUES (was.score, -1), (given_score, 1)) AS moved (score, delta)
  WHERE was.score <> given_score;
  INSERT INTO unconsidered_responses (workspace_id, response_id, version, due_at)
  VALUES (workspace, was.id, was.version + 1, given_at);
  RETURN QUERY SELECT 'changed', was.id, was.version + 1;
END $$;
