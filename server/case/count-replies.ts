import { type SQL, sql } from "drizzle-orm";
import { runOften } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { hasReply, openedIn, openedOn, wasAsked, withAnswers } from "./filter.ts";
import { mostTold } from "./rules.ts";

export type Replies = {
  /** Cases that were opened, but for those that a colleague noted or that were merged: those told of, of the newest 1,000 of the days. */
  opened: number;
  /** Whether there are more than these. */
  more: boolean;
  /** Of them with a first reply in time, and those whose reply came late or is overdue now. */
  inTime: number;
  late: number;
  /** Closed without a written reply: neither in time nor late. */
  unwritten: number;
  /**
   * By when half of those in time or late had their first reply, in minutes by the clock, nights and weekends
   * included; null without any, and when more than half of them have none.
   */
  medianMinutes: number | null;
  /** Not closed, noted ones too, and of these without the first reply that was due by now; of all cases of the days. */
  open: number;
  overdue: number;
};

/** How the cases that a filter lets through (by the day they were opened) were replied to, in one statement. */
export async function countReplies(ctx: Ctx, filter: ResponseFilter): Promise<Replies> {
  const decided = sql`(${hasReply(ctx, "in_time")} OR ${hasReply(ctx, "late")})`;
  const minutes = sql`
    coalesce(date_part('epoch', cases.first_reply_at - cases.opened_at) / 60, 'infinity'::float8)`;
  const [row] = await runOften<Replies>(
    ctx.db,
    sql`
    WITH newest AS (
      SELECT workspace_id, opened_at, due_at, first_due_at, first_reply_at, state, response_id, came_by, merged_into
      FROM cases WHERE ${openedOn(ctx, filter)} AND ${wasAsked} ORDER BY opened_at DESC LIMIT ${mostTold}
    ), told AS (
      SELECT count(*)::int AS opened,
        (SELECT EXISTS (SELECT FROM cases WHERE ${openedOn(ctx, filter)} AND ${wasAsked} OFFSET ${mostTold})) AS more,
        ${count(hasReply(ctx, "in_time"))} AS "inTime",
        ${count(hasReply(ctx, "late"))} AS late,
        ${count(hasReply(ctx, "unwritten"))} AS unwritten,
        nullif(percentile_disc(0.5) WITHIN GROUP (ORDER BY ${minutes}) FILTER (WHERE ${decided}), 'infinity')
          AS "medianMinutes"
      FROM newest AS cases ${withAnswers(filter)} WHERE ${openedIn(ctx, filter)}
    ), standing AS (
      SELECT count(*)::int AS open, ${count(hasReply(ctx, "overdue"))} AS overdue
      FROM cases ${withAnswers(filter)} WHERE ${openedIn(ctx, filter)} AND cases.state <> 'closed'
    )
    SELECT * FROM told, standing`,
  );
  return row!;
}

/** How many first replies came in time, how many did not, and how many are neither there nor due, of all its cases. */
export async function countInTime(
  ctx: Ctx,
  filter: ResponseFilter,
): Promise<{ inTime: number; late: number; pending: number }> {
  const neither = sql`${wasAsked} AND cases.first_reply_at IS NULL AND cases.state <> 'closed' AND NOT ${hasReply(ctx, "overdue")}`;
  const [row] = await ctx.db.execute<{ inTime: number; late: number; pending: number }>(sql`
    SELECT ${count(hasReply(ctx, "in_time"))} AS "inTime", ${count(hasReply(ctx, "late"))} AS late,
      ${count(neither)} AS pending
    FROM cases ${withAnswers(filter)} WHERE ${openedIn(ctx, filter)}`);
  return row!;
}

const count = (holds: SQL) => sql`(count(*) FILTER (WHERE ${holds}))::int`;
