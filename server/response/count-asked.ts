import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { ResponseFilter } from "./schema.ts";

type AskedFilter = Pick<ResponseFilter, "from" | "to" | "survey">;

export type Asked = { sent: number; answered: number };

/**
 * How many were asked by mail that left on these days of the workspace's calendar, and how many of them have
 * answered until now. From counters; there are none by attribute.
 */
export async function countAsked(ctx: Ctx, filter: AskedFilter): Promise<Asked> {
  const [row] = await ctx.db.execute<{ asked: Asked }>(sql`SELECT ${askedIn(ctx, filter)} AS asked`);
  return row!.asked;
}

/** The same as a part of a statement. */
export const askedIn = (ctx: Ctx, filter: AskedFilter): SQL => sql`(
  SELECT json_build_object('sent', coalesce(sum(sent), 0)::int, 'answered', coalesce(sum(answered), 0)::int)
  FROM (
    SELECT day, survey_id, sent, answered FROM invitation_counts WHERE workspace_id = ${ctx.workspaceId}
    UNION ALL
    SELECT asked_on, survey_id, 0, delta FROM response_count_deltas
    WHERE workspace_id = ${ctx.workspaceId} AND asked_on IS NOT NULL
  ) AS every
  WHERE (${filter.from ?? null}::date IS NULL OR day >= ${filter.from ?? null}::date)
    AND (${filter.to ?? null}::date IS NULL OR day <= ${filter.to ?? null}::date)
    AND (${filter.survey ?? null}::uuid IS NULL OR survey_id = ${filter.survey ?? null}::uuid))`;
