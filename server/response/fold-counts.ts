import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/**
 * Folds the counter changes of this workspace into its counters. A reader sees every change exactly once,
 * before and after, because both happen in one statement; several folds at once share the work by skipping
 * what another holds. Returns how many changes were folded.
 */
export async function foldCounts(ctx: Ctx, input: { most: number } = { most: 20_000 }): Promise<number> {
  const [row] = await ctx.db.execute<{ folded: number }>(sql`
    WITH taken AS (
      DELETE FROM response_count_deltas
      WHERE workspace_id = ${ctx.workspaceId} AND id IN (
        SELECT id FROM response_count_deltas WHERE workspace_id = ${ctx.workspaceId}
        ORDER BY id LIMIT ${input.most} FOR UPDATE SKIP LOCKED)
      RETURNING day, survey_id, touchpoint, team_id, channel, locale, score, delta, asked_on
    ), given AS (
      INSERT INTO response_counts (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, n)
      SELECT ${ctx.workspaceId}, day, survey_id, touchpoint, team_id, channel, locale, score, sum(delta)
      FROM taken GROUP BY 2, 3, 4, 5, 6, 7, 8 ORDER BY 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score)
      DO UPDATE SET n = response_counts.n + excluded.n
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
