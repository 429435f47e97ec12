import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { ResponseFilter } from "./schema.ts";

export type Asked = { sent: number; answered: number };

/**
 * How many were asked by mail that left on these days of the workspace's calendar, and how many of them have
 * answered until now. From counters; there are none by attribute.
 */
export async function countAsked(
  ctx: Ctx,
  filter: Pick<ResponseFilter, "from" | "to" | "survey">,
): Promise<Asked> {
  const [row] = await ctx.db.execute<Asked>(sql`
    SELECT coalesce(sum(sent), 0)::int AS sent, coalesce(sum(answered), 0)::int AS answered
    FROM (
      SELECT day, survey_id, sent, answered FROM invitation_counts WHERE workspace_id = ${ctx.workspaceId}
      UNION ALL
      SELECT asked_on, survey_id, 0, delta FROM response_count_deltas
      WHERE workspace_id = ${ctx.workspaceId} AND asked_on IS NOT NULL
    ) AS every
    WHERE (${filter.from ?? null}::date IS NULL OR day >= ${filter.from ?? null}::date)
      AND (${filter.to ?? null}::date IS NULL OR day <= ${filter.to ?? null}::date)
      AND (${filter.survey ?? null}::uuid IS NULL OR survey_id = ${filter.survey ?? null}::uuid)`);
  return row!;
}
