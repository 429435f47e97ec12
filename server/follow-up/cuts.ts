import { type SQL, sql } from "drizzle-orm";
import type { Days } from "#server/dashboard/rules.ts";
import type { steps } from "#server/dashboard/schema.ts";
import { dayAfter, momentOn } from "#server/working-time/rules.ts";

/** Which days are told of, cut by what, by whose clocks, and of which team alone, if of one. */
export type Span = {
  days: Days;
  bucket: (typeof steps)[number];
  timezone: string;
  team?: string | undefined;
};

/** All together, or a part: a team, a week or month that begins on `key`, a cause of the first level, a whole cause. */
export type Cut = { cut: "all" | "team" | "period" | "cause" | "leaf"; key: string | null };

/** The parts of rows that have `team_id` and `start`; of a null team is what has none. */
export const byTeamAndPeriod = {
  columns: sql`CASE WHEN grouping(team_id) = 0 THEN 'team' WHEN grouping(start) = 0 THEN 'period' ELSE 'all' END AS cut,
    coalesce(team_id::text, start) AS key`,
  groups: sql`GROUP BY GROUPING SETS ((), (team_id), (start))`,
};

/** The same, and those of rows that have `cause_id` and `leaf_id` too. */
export const byCauseToo = {
  columns: sql`CASE WHEN grouping(team_id) = 0 THEN 'team' WHEN grouping(start) = 0 THEN 'period'
      WHEN grouping(leaf_id) = 0 THEN 'leaf' WHEN grouping(cause_id) = 0 THEN 'cause' ELSE 'all' END AS cut,
    coalesce(team_id::text, start, leaf_id::text, cause_id::text) AS key`,
  groups: sql`GROUP BY GROUPING SETS ((), (team_id), (start), (cause_id), (leaf_id))`,
};

/** The condition for the team of a span, of rows of `one` (cases); nothing where it is of all. */
export const ofTeam = ({ team }: Span, one: SQL): SQL =>
  team ? sql`AND ${one}.team_id = ${team}::uuid` : sql``;

/** The week or month that a moment falls in, by its first day. */
export const startIn = ({ bucket, timezone }: Span, moment: SQL): SQL =>
  sql`date_trunc(${bucket}::text, ${moment} AT TIME ZONE ${timezone}::text)::date::text`;

/** That a moment lies on the days of a span. The ends are given as moments, so that the planner knows how many lie between. */
export function onDays({ days: { from, to }, timezone }: Span, moment: SQL): SQL {
  const start = (day: string) => sql`${momentOn(day, 0, timezone).toISOString()}::timestamptz`;
  const first = from ? sql`AND ${moment} >= ${start(from)}` : sql``;
  return to ? sql`${first} AND ${moment} < ${start(dayAfter(to))}` : first;
}
