import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { cutsOf, isCounted, summedByGroup } from "./cuts.ts";

/** Where a counter and a count from scratch disagree; `what` names the counter: "score 6", "team …: detractors". */
export type Difference = { day: string; surveyId: string; what: string; counted: number; found: number };

/** Counts the answers of this workspace from scratch and returns every place where the counters say otherwise. */
export async function verifyCounts(ctx: Ctx): Promise<Difference[]> {
  return [...(await verifyScores(ctx)), ...(await verifyCuts(ctx))];
}

async function verifyScores(ctx: Ctx): Promise<Difference[]> {
  const rows = await ctx.db.execute<Difference>(sql`
    WITH counters AS (
      SELECT day, survey_id, score, sum(n)::int AS counted FROM (
        SELECT day, survey_id, score, n FROM response_counts WHERE workspace_id = ${ctx.workspaceId}
        UNION ALL
        SELECT day, survey_id, score, delta FROM response_count_deltas WHERE workspace_id = ${ctx.workspaceId}
      ) AS every GROUP BY 1, 2, 3
    ), answers AS (
      SELECT (r.answered_at AT TIME ZONE w.timezone)::date AS day, r.survey_id, r.score, count(*)::int AS found
      FROM responses r JOIN workspaces w ON w.id = r.workspace_id
      WHERE r.workspace_id = ${ctx.workspaceId} AND r.counts GROUP BY 1, 2, 3
    )
    SELECT day::text, survey_id AS "surveyId", 'score ' || score AS what, coalesce(counted, 0) AS counted,
      coalesce(found, 0) AS found
    FROM counters FULL JOIN answers USING (day, survey_id, score)
    WHERE coalesce(counted, 0) <> coalesce(found, 0) ORDER BY 1, 2, score`);
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
