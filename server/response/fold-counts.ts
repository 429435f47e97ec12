import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { cutsOf, isCounted, summedByGroup } from "./cuts.ts";
import { tryLockCounts } from "./lock-counts.ts";

/** How many changes one fold takes at most. */
export const mostFolded = 10_000;

/**
 * Folds the counter changes of this workspace into its counters, the oldest first. A reader sees every change
 * exactly once, before and after, because both happen in one statement. Returns how many changes were folded: none
 * while somebody else folds or recounts.
 */
export async function foldCounts(ctx: Ctx): Promise<number> {
  if (!(await tryLockCounts(ctx))) return 0;
  const [row] = await ctx.db.execute<{ folded: number }>(sql`
    WITH taken AS (
      DELETE FROM response_count_deltas
      WHERE workspace_id = ${ctx.workspaceId} AND id IN (
        SELECT id FROM response_count_deltas WHERE workspace_id = ${ctx.workspaceId}
        ORDER BY id LIMIT ${mostFolded})
      RETURNING *
    ), given AS (
      INSERT INTO response_counts (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, n)
      SELECT ${ctx.workspaceId}, day, survey_id, touchpoint, team_id, channel, locale, score, sum(delta)
      FROM taken GROUP BY 2, 3, 4, 5, 6, 7, 8 ORDER BY 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score)
      DO UPDATE SET n = response_counts.n + excluded.n
    ), cut AS (
      INSERT INTO response_cuts (workspace_id, dimension, value, day, survey_id, detractors, passives, promoters)
      SELECT ${ctx.workspaceId}, cut.dimension, cut.value, day, survey_id, ${summedByGroup(sql`delta`)}
      FROM taken, ${cutsOf(sql`taken`)} WHERE ${isCounted(ctx)}
      GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5
      ON CONFLICT (workspace_id, dimension, value, day, survey_id)
      DO UPDATE SET detractors = response_cuts.detractors + excluded.detractors,
        passives = response_cuts.passives + excluded.passives,
        promoters = response_cuts.promoters + excluded.promoters
    ), answered AS (
      INSERT INTO invitation_counts (workspace_id, day, survey_id, answered)
      SELECT ${ctx.workspaceId}, asked_on, survey_id, sum(delta)
      FROM taken WHERE asked_on IS NOT NULL GROUP BY 2, 3 ORDER BY 2, 3
      ON CONFLICT (workspace_id, day, survey_id)
      DO UPDATE SET answered = invitation_counts.answered + excluded.answered
    )
    SELECT count(*)::int AS folded FROM taken`);
  return row!.folded;
}
