import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/** Where a counter and a count from scratch disagree. */
export type Difference = { day: string; surveyId: string; score: number; counted: number; found: number };

/** Counts the answers of this workspace from scratch and returns every place where the counters say otherwise. */
export async function verifyCounts(ctx: Ctx): Promise<Difference[]> {
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
    SELECT day::text, survey_id AS "surveyId", score, coalesce(counted, 0) AS counted, coalesce(found, 0) AS found
    FROM counters FULL JOIN answers USING (day, survey_id, score)
    WHERE coalesce(counted, 0) <> coalesce(found, 0) ORDER BY 1, 2, 3`);
  return [...rows];
}
