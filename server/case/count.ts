import { sql } from "drizzle-orm";
import { type Ctx, memberId } from "#server/context.ts";
import { hasReply, openedIn, withAnswers } from "./filter.ts";
import type { CaseView, CountCases } from "./schema.ts";

/** How many cases each view holds, of those that `narrow` lets through. */
export async function countCases(ctx: Ctx, narrow: CountCases): Promise<Record<CaseView, number>> {
  const open = sql`cases.state <> 'closed'`;
  const [row] = await ctx.db.execute<Record<CaseView, number>>(sql`
    SELECT count(*)::int AS "all",
      (count(*) FILTER (WHERE ${open}))::int AS open,
      (count(*) FILTER (WHERE ${open} AND cases.assignee_id = ${memberId(ctx.actor) ?? ""}))::int AS mine,
      (count(*) FILTER (WHERE ${open} AND cases.assignee_id IS NULL))::int AS unassigned,
      (count(*) FILTER (WHERE cases.state = 'waiting'))::int AS waiting,
      (count(*) FILTER (WHERE cases.state = 'closed'))::int AS closed
    FROM cases ${withAnswers(narrow)}
    WHERE ${openedIn(ctx, narrow)} AND ${narrow.reply ? hasReply(ctx, narrow.reply) : sql`true`}`);
  return row!;
}
