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
SELECT workspace_id, dimension, value, day, survey_id, coalesce(sum(n) FILTER (WHERE score <= 6), 0),
  coalesce(sum(n) FILTER (WHERE score IN (7, 8)), 0), coalesce(sum(n) FILTER (WHERE score >= 9), 0)
FROM (
  SELECT r.workspace_id, cut.dimension, cut.value, cut.attribute,
    (r.answered_at AT TIME ZONE w.timezone)::date AS day, r.survey_id, r.score, 1 AS n
  FROM responses r JOIN workspaces w ON w.id = r.workspace_id,
    svar_cuts_of(r.campaign_id, r.touchpoint, r.team_id, r.employee, r.channel, r.locale, r.drivers, r.attributes) AS cut
  WHERE r.counts
  UNION ALL
  SELECT d.workspace_id, cut.dimension, cut.value, cut.attribute, d.day, d.survey_id, d.score, -d.delta
  FROM response_count_deltas d,
    svar_cuts_of(d.campaign_id, d.touchpoint, d.team_id, d.employee, d.channel, d.locale, d.drivers, d.attributes) AS cut
) AS every
WHERE dimension LIKE 'within %' AND NOT EXISTS (
  SELECT FROM uncounted_attributes u WHERE u.workspace_id = every.workspace_id AND u.name = every.attribute)
GROUP BY 1, 2, 3, 4, 5;
ALTER TABLE responses FORCE ROW LEVEL SECURITY;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
ALTER TABLE response_count_deltas FORCE ROW LEVEL SECURITY;
ALTER TABLE response_cuts FORCE ROW LEVEL SECURITY;
ALTER TABLE uncounted_attributes FORCE ROW LEVEL SECURITY;
