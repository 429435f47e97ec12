-- A dashboard that is filtered by one value of an attribute reads counters for its figures, and read the answers for its
-- teams, channels and reasons. Those three are counted within each value too. Such a counter's dimension says all
-- of it, in one text that no other has: "within team 7:Country=Sweden".
CREATE FUNCTION svar_within(attribute text, value text, dimension text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'within ' || dimension || ' ' || length(attribute) || ':' || attribute || '=' || value
$$;

-- As in 0039, with what is counted within attributes; `attribute` is the one that it is about, or null.
DROP FUNCTION svar_cuts_of;
CREATE FUNCTION svar_cuts_of(
  campaign_id uuid, touchpoint text, team_id uuid, employee text, channel response_channel, locale text,
  drivers text[], attributes jsonb)
RETURNS TABLE (dimension text, value text, attribute text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT cut.dimension, cut.value, cut.attribute
  FROM (
    VALUES ('all', '', NULL), ('campaign', campaign_id::text, NULL), ('touchpoint', touchpoint, NULL),
      ('team', nullif(team_id, '00000000-0000-0000-0000-000000000000')::text, NULL), ('employee', employee, NULL),
      ('channel', channel::text, NULL), ('language', locale, NULL)
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

-- What is counted so far, but for the changes that are not folded yet: those come when they are.
ALTER TABLE responses NO FORCE ROW LEVEL SECURITY;
ALTER TABLE workspaces NO FORCE ROW LEVEL SECURITY;
ALTER TABLE response_count_deltas NO FORCE ROW LEVEL SECURITY;
ALTER TABLE response_cuts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE uncounted_attributes NO FORCE ROW LEVEL SECURITY;
INSERT INTO response_cuts
SELECT workspace_id, dimension, value, day, survey_id, sum(detractors), sum(passives), sum(promoters)
FROM (
  SELECT workspace_id, svar_within(attribute, within, other.dimension) AS dimension, other.value, attribute, day,
    survey_id, detractors, passives, promoters
  FROM (
    SELECT r.workspace_id, (r.answered_at AT TIME ZONE w.timezone)::date AS day, r.survey_id, r.team_id, r.channel,
      r.drivers, pair.key AS attribute, pair.value AS within, count(*) FILTER (WHERE r.score <= 6) AS detractors,
      count(*) FILTER (WHERE r.score IN (7, 8)) AS passives, count(*) FILTER (WHERE r.score >= 9) AS promoters
    FROM responses r JOIN workspaces w ON w.id = r.workspace_id, jsonb_each_text(r.attributes) AS pair
    WHERE r.counts AND pair.value <> '' AND length(pair.value) <= 200 AND length('attribute:' || pair.key) <= 120
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
  ) AS grouped, LATERAL (
    VALUES ('team', nullif(team_id, '00000000-0000-0000-0000-000000000000')::text), ('channel', channel::text)
    UNION ALL SELECT 'driver', driver FROM unnest(drivers) AS chosen (driver)
  ) AS other (dimension, value)
  WHERE other.value <> '' AND length(other.value) <= 200
  UNION ALL
  SELECT d.workspace_id, cut.dimension, cut.value, cut.attribute, d.day, d.survey_id,
    CASE WHEN d.score <= 6 THEN -d.delta ELSE 0 END, CASE WHEN d.score IN (7, 8) THEN -d.delta ELSE 0 END,
    CASE WHEN d.score >= 9 THEN -d.delta ELSE 0 END
  FROM response_count_deltas d,
    svar_cuts_of(d.campaign_id, d.touchpoint, d.team_id, d.employee, d.channel, d.locale, d.drivers, d.attributes) AS cut
  WHERE cut.dimension LIKE 'within %'
) AS every
WHERE NOT EXISTS (
  SELECT FROM uncounted_attributes u WHERE u.workspace_id = every.workspace_id AND u.name = every.attribute)
GROUP BY 1, 2, 3, 4, 5;
ALTER TABLE responses FORCE ROW LEVEL SECURITY;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
ALTER TABLE response_count_deltas FORCE ROW LEVEL SECURITY;
ALTER TABLE response_cuts FORCE ROW LEVEL SECURITY;
ALTER TABLE uncounted_attributes FORCE ROW LEVEL SECURITY;
