import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { cutsOf, isCounted, summedByGroup } from "./cuts.ts";
import { noTeam } from "./rules.ts";

/** Where a counter and a count from scratch disagree; `what` names the counter: "score 6 (email, sv)", "team …: detractors". */
export type Difference = { day: string; surveyId: string; what: string; counted: number; found: number };

/** Counts the answers of this workspace from scratch and returns every place where the counters say otherwise. */
export async function verifyCounts(ctx: Ctx): Promise<Difference[]> {
  return [...(await verifyScores(ctx)), ...(await verifyCuts(ctx))];
}

async function verifyScores(ctx: Ctx): Promise<Difference[]> {
  const key = sql`day, survey_id, touchpoint, team_id, channel, locale, score`;
  const rows = await ctx.db.execute<Difference>(sql`
    WITH counters AS (
      SELECT ${key}, sum(n)::int AS counted FROM (
        SELECT ${key}, n FROM response_counts WHERE workspace_id = ${ctx.workspaceId}
        UNION ALL
        SELECT ${key}, delta FROM response_count_deltas WHERE workspace_id = ${ctx.workspaceId}
      ) AS every GROUP BY ${key}
    ), answers AS (
      SELECT (r.answered_at AT TIME ZONE w.timezone)::date AS day, r.survey_id, r.touchpoint,
        coalesce(r.team_id, ${noTeam}::uuid) AS team_id, r.channel, r.locale, r.score, count(*)::int AS found
      FROM responses r JOIN workspaces w ON w.id = r.workspace_id
      WHERE r.workspace_id = ${ctx.workspaceId} AND r.counts GROUP BY 1, 2, 3, 4, 5, 6, 7
    )
    SELECT day::text, survey_id AS "surveyId", concat('score ', score, ' (', concat_ws(', ', nullif(touchpoint, ''),
        channel, locale, nullif(team_id, ${noTeam}::uuid)), ')') AS what,
      coalesce(counted, 0) AS counted, coalesce(found, 0) AS found
    FROM counters FULL JOIN answers USING (${key})
    WHERE coalesce(counted, 0) <> coalesce(found, 0) ORDER BY ${key}`);
  return [...rows];
}

async function verifyCuts(ctx: Ctx): Promise<Difference[]> {
  const groups = sql`unnest(ARRAY['detractors', 'passives', 'promoters'], ARRAY[detractors, passives, promoters])`;
  const rows = await ctx.db.execute<Difference>(sql`
    WITH counters AS (
      SELECT dimension, value, day, survey_id, name, sum(n)::int AS counted FROM (
        SELECT dimension, value, day, survey_id, detractors, passives, promoters
        FROM response_cuts WHERE workspace_id = ${ctx.workspaceId}
        UNION ALL
        SELECT cut.dimension, cut.value, d.day, d.survey_id, ${summedByGroup(sql`d.delta`)}
        FROM response_count_deltas d, ${cutsOf(sql`d`)}
        WHERE d.workspace_id = ${ctx.workspaceId} AND ${isCounted(ctx)} GROUP BY 1, 2, 3, 4
      ) AS every, ${groups} AS g (name, n) GROUP BY 1, 2, 3, 4, 5
    ), answers AS (
      SELECT dimension, value, day, survey_id, name, n AS found FROM (
        SELECT cut.dimension, cut.value, (r.answered_at AT TIME ZONE w.timezone)::date AS day, r.survey_id,
          ${summedByGroup(sql`1`)}
        FROM responses r JOIN workspaces w ON w.id = r.workspace_id, ${cutsOf(sql`r`)}
        WHERE r.workspace_id = ${ctx.workspaceId} AND r.counts AND ${isCounted(ctx)} GROUP BY 1, 2, 3, 4
      ) AS every, ${groups} AS g (name, n)
    )
    SELECT day::text, survey_id AS "surveyId", dimension || ' ' || value || ': ' || name AS what,
      coalesce(counted, 0) AS counted, coalesce(found, 0) AS found
    FROM counters FULL JOIN answers USING (dimension, value, day, survey_id, name)
    WHERE coalesce(counted, 0) <> coalesce(found, 0) ORDER BY 1, 2, 3`);
  return [...rows];
}

/** The same of who was asked by mail, by the day it left, and how many of them have answered. */
export async function verifyAsked(ctx: Ctx): Promise<Difference[]> {
  const rows = await ctx.db.execute<Difference>(sql`
    WITH counters AS (
      SELECT day, survey_id, sum(sent)::int AS sent, sum(answered)::int AS answered FROM (
        SELECT day, survey_id, sent, answered FROM invitation_counts WHERE workspace_id = ${ctx.workspaceId}
        UNION ALL
        SELECT asked_on, survey_id, 0, delta FROM response_count_deltas
        WHERE workspace_id = ${ctx.workspaceId} AND asked_on IS NOT NULL
      ) AS every GROUP BY 1, 2
    ), invited AS (
      SELECT (coalesce(i.sent_at, i.created_at) AT TIME ZONE w.timezone)::date AS day, i.survey_id,
        count(i.sent_at)::int AS sent, count(r.id)::int AS answered
      FROM invitations i JOIN workspaces w ON w.id = i.workspace_id
      LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id AND r.counts
      WHERE i.workspace_id = ${ctx.workspaceId} GROUP BY 1, 2
    )
    SELECT day::text, survey_id AS "surveyId", what, counted, found
    FROM counters c FULL JOIN invited i USING (day, survey_id), LATERAL (VALUES
      ('asked', coalesce(c.sent, 0), coalesce(i.sent, 0)),
      ('answered of those', coalesce(c.answered, 0), coalesce(i.answered, 0))) AS figure (what, counted, found)
    WHERE counted <> found ORDER BY 1, 2, 3`);
  return [...rows];
}
