import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { hasCause, hasReply, hasTag, openedIn, withAnswers } from "./filter.ts";
import { inView } from "./order.ts";
import { type CaseView, type CountCases, caseViews } from "./schema.ts";

/** How many cases each view holds, of those that `narrow` lets through. */
export async function countCases(ctx: Ctx, narrow: CountCases): Promise<Record<CaseView, number>> {
  const counted = caseViews.map(
    (view) =>
      sql`(count(*) FILTER (WHERE ${inView(ctx, view) ?? sql`true`}))::int AS ${sql.identifier(view)}`,
  );
  const [row] = await ctx.db.execute<Record<CaseView, number>>(sql`
    SELECT ${sql.join(counted, sql`, `)}
    FROM cases ${withAnswers(narrow)}
    WHERE ${openedIn(ctx, narrow)} AND ${narrow.reply ? hasReply(ctx, narrow.reply) : sql`true`}
      AND ${narrow.tag ? hasTag(narrow.tag) : sql`true`}
      AND ${narrow.cause ? hasCause(narrow.cause) : sql`true`}`);
  return row!;
}
