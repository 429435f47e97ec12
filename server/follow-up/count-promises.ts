import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { type Cut, ofTeam, onDays, type Span } from "./cuts.ts";

/** What became of promises to customers. */
export type Promised = {
  /** Made on the days. */
  made: number;
  /** Of those whose day, as it is now, lies on the days and is over: kept by that day, kept later, and not kept yet. */
  inTime: number;
  late: number;
  missed: number;
  /** Of these, moved to another day before. */
  moved: number;
  /** At this moment, whatever the days: open, and of these those whose day is over. */
  open: number;
  overdue: number;
};

export const nothingPromised: Promised = {
  ...{ made: 0, inTime: 0, late: 0, missed: 0, moved: 0, open: 0, overdue: 0 },
};

/**
 * That of all promises together and by the team of their case, in one statement. One that is kept before its day is over is
 * kept in time already; one that was withdrawn is among those that were made, and nowhere else.
 */
export async function countPromises(ctx: Ctx, span: Span & { today: string }): Promise<(Cut & Promised)[]> {
  const { today, days, timezone } = span;
  const count = (holds: ReturnType<typeof sql>) => sql`(count(*) FILTER (WHERE ${holds}))::int`;
  const from = days.from ? sql`AND p.due_on >= ${days.from}::date` : sql``;
  const to = days.to ? sql`AND p.due_on <= ${days.to}::date` : sql``;
  const keptOn = sql`(p.ended_at AT TIME ZONE ${timezone}::text)::date`;
  const rows = await ctx.db.execute<Cut & Promised>(sql`
    SELECT CASE WHEN grouping(team_id) = 0 THEN 'team' ELSE 'all' END AS cut, team_id::text AS key,
      ${count(sql`made`)} AS made,
      ${count(sql`fell AND kept_on <= due_on`)} AS "inTime",
      ${count(sql`fell AND kept_on > due_on`)} AS late,
      ${count(sql`fell AND is_open`)} AS missed,
      ${count(sql`fell AND moved`)} AS moved,
      ${count(sql`is_open`)} AS open,
      ${count(sql`is_open AND due_on < ${today}::date`)} AS overdue
    FROM (
      SELECT c.team_id, p.due_on, p.ended_at IS NULL AS is_open,
        CASE WHEN p.ended_as = 'kept' THEN ${keptOn} END AS kept_on,
        (true ${onDays(span, sql`p.made_at`)}) AS made,
        (p.ended_as IS DISTINCT FROM 'withdrawn' AND (p.due_on < ${today}::date OR p.ended_at IS NOT NULL) ${from} ${to}) AS fell,
        EXISTS (SELECT FROM promise_changes m WHERE m.workspace_id = p.workspace_id AND m.promise_id = p.id
          AND m.kind = 'moved') AS moved
      FROM promises p
      JOIN cases c ON c.workspace_id = p.workspace_id AND c.id = p.case_id
      WHERE p.workspace_id = ${ctx.workspaceId} ${ofTeam(span, sql`c`)}
    ) AS told GROUP BY GROUPING SETS ((), (team_id))`);
  return [...rows];
}
