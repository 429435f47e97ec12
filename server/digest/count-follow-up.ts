import { and, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { narrowed, startOf } from "#server/response/filter.ts";
import type { ResponseFilter } from "#server/response/schema.ts";

export type FollowUp = {
  /** Opened on the days of the filter. */
  opened: number;
  /** Nobody has replied to the answer though it was due; as of now. */
  overdue: number;
  /** Those of them that were due on these days or since. */
  wentOverdue: number;
};

/**
 * Cases of the answers that a filter lets through, and, where nothing narrows, those too that began with a mail.
 * A withdrawn answer's case is one still: the customer waits.
 */
export async function countFollowUp(
  ctx: Ctx,
  filter: ResponseFilter & { from: string; to: string },
): Promise<FollowUp> {
  const start = startOf(ctx, sql`${filter.from}::date`);
  const end = startOf(ctx, sql`(${filter.to}::date + 1)`);
  const overdue = sql`c.state IN ('open', 'snoozed') AND c.first_reply_at IS NULL AND c.came_by IS NULL
    AND c.due_at < ${ctx.now.toISOString()}::timestamptz`;
  const [row] = await ctx.db.execute<FollowUp>(sql`
    SELECT (count(*) FILTER (WHERE c.opened_at >= ${start} AND c.opened_at < ${end}))::int AS opened,
      (count(*) FILTER (WHERE ${overdue}))::int AS overdue,
      (count(*) FILTER (WHERE ${overdue} AND c.due_at >= ${start}))::int AS "wentOverdue"
    FROM cases c ${answersOf(filter)}
    WHERE c.workspace_id = ${ctx.workspaceId} AND c.merged_into IS NULL AND (c.opened_at >= ${start} OR c.state IN ('open', 'snoozed'))`);
  return row!;
}

function answersOf(filter: ResponseFilter): SQL {
  const wanted = and(
    filter.survey ? sql`r.survey_id = ${filter.survey}` : undefined,
    filter.commented ? sql`r.comment IS NOT NULL` : undefined,
    narrowed(filter, sql`r`),
  );
  return wanted
    ? sql`JOIN responses r ON r.workspace_id = c.workspace_id AND r.id = c.response_id AND ${wanted}`
    : sql``;
}
