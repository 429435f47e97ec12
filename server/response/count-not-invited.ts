import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { ResponseFilter } from "./schema.ts";

/**
 * How many of the answers that a filter lets through came by a link or a kiosk, of people who were not asked. From
 * counters. By an attribute there are none: nobody is known who has one.
 */
export async function countNotInvited(ctx: Ctx, filter: ResponseFilter): Promise<number> {
  if (filter.attribute !== undefined && filter.value !== undefined) return 0;
  const { from = null, to = null, survey = null } = filter;
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    SELECT coalesce(sum(n), 0)::int AS n FROM (
      SELECT day, survey_id, channel, n FROM response_counts WHERE workspace_id = ${ctx.workspaceId}
      UNION ALL
      SELECT day, survey_id, channel, delta FROM response_count_deltas WHERE workspace_id = ${ctx.workspaceId}
    ) AS every
    WHERE channel IN ('link', 'kiosk')
      AND (${from}::date IS NULL OR day >= ${from}::date) AND (${to}::date IS NULL OR day <= ${to}::date)
      AND (${survey}::uuid IS NULL OR survey_id = ${survey}::uuid)`);
  return row!.n;
}
