import { type SQL, sql } from "drizzle-orm";
import { hasReply } from "#server/case/filter.ts";
import type { Ctx } from "#server/context.ts";
import { byTeamAndPeriod, type Cut, ofTeam, onDays, type Span, startIn } from "./cuts.ts";

/** Of the cases opened on some days, how their first replies came. */
export type Opened = {
  opened: number;
  /** With a first reply in time, and those whose reply came late or is overdue now. */
  inTime: number;
  late: number;
  /** Closed without a written reply: neither in time nor late. */
  unwritten: number;
  /**
   * By when half, and nine of ten, of those in time or late had their first reply, in minutes of working time, and by
   * the clock; null without any, and where so many have none yet.
   */
  medianWorking: number | null;
  ninetiethWorking: number | null;
  medianClock: number | null;
  ninetiethClock: number | null;
};

type Row = Cut &
  Pick<Opened, "opened" | "inTime" | "late" | "unwritten"> & {
    working: number[] | null;
    clock: number[] | null;
  };

/** All of that of all together, by team and by period, in one statement. */
export async function countOpened(ctx: Ctx, span: Span): Promise<(Cut & Opened)[]> {
  const count = (holds: SQL) => sql`(count(*) FILTER (WHERE ${holds}))::int`;
  const within = (minutes: SQL) => sql`percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY ${minutes})
    FILTER (WHERE in_time OR late)`;
  const rows = await ctx.db.execute<Row>(sql`
    SELECT ${byTeamAndPeriod.columns}, count(*)::int AS opened, ${count(sql`in_time`)} AS "inTime",
      ${count(sql`late`)} AS late, ${count(sql`unwritten`)} AS unwritten,
      ${within(sql`working`)} AS working, ${within(sql`clock`)} AS clock
    FROM (
      SELECT ${hasReply(ctx, "in_time")} AS in_time, ${hasReply(ctx, "late")} AS late,
        ${hasReply(ctx, "unwritten")} AS unwritten, cases.team_id,
        ${startIn(span, sql`cases.opened_at`)} AS start,
        CASE WHEN cases.first_reply_at IS NULL THEN 'infinity' ELSE cases.first_reply_minutes::float8 END AS working,
        CASE WHEN cases.first_reply_at IS NULL THEN 'infinity'
          ELSE (date_part('epoch', cases.first_reply_at - cases.opened_at) / 60)::float8 END AS clock
      FROM cases
      WHERE cases.workspace_id = ${ctx.workspaceId} AND cases.merged_into IS NULL
        ${onDays(span, sql`cases.opened_at`)} ${ofTeam(span, sql`cases`)}
    ) AS cases ${byTeamAndPeriod.groups}`);
  return rows.map(({ working, clock, ...counts }) => ({
    ...counts,
    ...{ medianWorking: reached(working?.[0]), ninetiethWorking: reached(working?.[1]) },
    ...{ medianClock: reached(clock?.[0]), ninetiethClock: reached(clock?.[1]) },
  }));
}

/** Minutes; null where so many have no reply yet. */
const reached = (minutes: number | null | undefined): number | null =>
  typeof minutes === "number" && Number.isFinite(minutes) ? minutes : null;
