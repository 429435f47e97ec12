import { sql } from "drizzle-orm";
import { countedAs, firstLevel } from "#server/cause/counted-as.ts";
import type { Ctx } from "#server/context.ts";
import { byCauseToo, type Cut, ofTeam, onDays, type Span, startIn } from "./cuts.ts";

/** How often cases were closed on some days, and how many of these closings did not last, as of now. */
export type Closed = { closed: number; reopened: number };

/**
 * What counts as a closing, of rows of `closure`: whoever closed the case did not take that back at once. A case that
 * leaves the queue without having been dealt with, such as one that became a part of another, is left out here.
 */
const isClosing = sql`closure.taken_back_at IS NULL`;

/** That of all together, by team, by period and by cause of both levels, in one statement. */
export async function countClosed(ctx: Ctx, span: Span): Promise<(Cut & Closed)[]> {
  const rows = await ctx.db.execute<Cut & Closed>(sql`
    SELECT ${byCauseToo.columns}, count(*)::int AS closed, count(reopened_at)::int AS reopened
    FROM (
      SELECT closure.reopened_at, c.team_id, ${startIn(span, sql`closure.closed_at`)} AS start,
        ${firstLevel} AS cause_id, leaf.id AS leaf_id
      FROM case_closures closure ${countedAs(sql`closure`)}
      JOIN cases c ON c.workspace_id = closure.workspace_id AND c.id = closure.case_id
      WHERE closure.workspace_id = ${ctx.workspaceId} AND ${isClosing} ${onDays(span, sql`closure.closed_at`)}
        ${ofTeam(span, sql`c`)}
    ) AS closings ${byCauseToo.groups}`);
  return [...rows];
}
