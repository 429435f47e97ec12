-- Somebody who sees their own teams' things only reads the counters of those teams, and of what belongs to no team, which
-- has one too now (docs/decisions/0052). Its dimension is none that answers can be narrowed by: those are before 'within '.
CREATE OR REPLACE FUNCTION svar_cuts_of(
  campaign_id uuid, touchpoint text, team_id uuid, employee text, channel response_channel, locale text,
  drivers text[], attributes jsonb)
RETURNS TABLE (dimension text, value text, attribute text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT cut.dimension, cut.value, cut.attribute
  FROM (
    VALUES ('all', '', NULL), ('campaign', campaign_id::text, NULL), ('touchpoint', touchpoint, NULL),
      ('team', nullif(team_id, '00000000-0000-0000-0000-000000000000')::text, NULL), ('employee', employee, NULL),
      ('channel', channel::text, NULL), ('language', locale, NULL),
      ('within no team', CASE WHEN coalesce(team_id, '00000000-0000-0000-0000-000000000000')
        = '00000000-0000-0000-0000-000000000000' THEN 'none' END, NULL)
    UNION ALL SELECT 'driver', driver, NULL FROM unnest(drivers) AS chosen (driver)
    UNION ALL SELECT 'attribute:' || pair.key, pair.value, pair.key FROM jsonb_each_text(attributes) AS pair
    UNION ALL
    SELECT svar_within(pair.key, pair.value, other.dimension), other.value, pair.key
    FROM jsonb_each_text(attributes) AS pair, (
      VALUES ('team', nullif(team_id, '00000000-0000-0000-0000-000000000000')::text), ('channel', channel::text)
      UNION ALL SELECT 'driver', driver FROM unnest(drivers) AS chosen (driver)
    ) AS other (dimension, value)
    WHERE pair.value <> '' AND length(pair.value) <= 200 AND length('attribute:' || pair.key) <= 120
  ) AS cut (dimension, value, attribute)
  WHERE (cut.value <> '' OR cut.dimension = 'all') AND length(cut.value) <= 200
    AND (length(cut.dimension) <= 120 OR cut.dimension LIKE 'within %')
$$;

-- What is counted so far. Nobody folds meanwhile: who does is waited for, and who would begins after this is done. Answers
-- are recorded and counters read all the while.
WITH RECURSIVE every AS (
  (SELECT workspace_id AS id FROM response_counts ORDER BY workspace_id LIMIT 1)
  UNION ALL
  SELECT (SELECT c.workspace_id FROM response_counts c WHERE c.workspace_id > every.id ORDER BY c.workspace_id LIMIT 1)
  FROM every WHERE every.id IS NOT NULL
)
SELECT count(pg_advisory_xact_lock(hashtextextended('counts/' || id, 0))) FROM every WHERE id IS NOT NULL;
INSERT INTO response_cuts (workspace_id, dimension, value, day, survey_id, detractors, passives, promoters)
SELECT workspace_id, 'within no team', 'none', day, survey_id, coalesce(sum(n) FILTER (WHERE score <= 6), 0),
  coalesce(sum(n) FILTER (WHERE score IN (7, 8)), 0), coalesce(sum(n) FILTER (WHERE score >= 9), 0)
FROM response_counts WHERE team_id = '00000000-0000-0000-0000-000000000000' GROUP BY workspace_id, day, survey_id;

ALTER POLICY own_sight ON response_cuts USING (
  (dimension = 'team' AND value = ANY ((SELECT svar_team_ids())::text[]))
  OR (dimension = 'within no team' AND (SELECT svar_sees_teamless())));
