import { and, asc, eq, gte, isNull, or, sql } from "drizzle-orm";
import { closedDays, teams, workingTimes, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { daysOff, nextDaysOff } from "./days-off.ts";
import { exampleOf } from "./example.ts";
import { dayIn, usualWeek, type WorkingTime } from "./rules.ts";
import { sayClosing } from "./say-closing.ts";
import { type Calendar, calendars } from "./schema.ts";

/** How far back a closed day matters to a time that is counted now. */
const daysBack = 400;
const mostShown = 5;

/**
 * The working time of a team, or of the workspace where the team keeps none of its own or `teamId` is null. Closed days
 * of the company hold for every team.
 */
export async function findWorkingTime(ctx: Ctx, teamId: string | null): Promise<WorkingTime> {
  const timezone = await timezoneOf(ctx);
  const set = await ctx.db
    .select()
    .from(workingTimes)
    .where(and(eq(workingTimes.workspaceId, ctx.workspaceId), ofTeamOrAll(workingTimes, teamId)));
  const closed = await ctx.db
    .select({ day: closedDays.day, name: closedDays.name, teamId: closedDays.teamId })
    .from(closedDays)
    .where(and(standing(ctx), ofTeamOrAll(closedDays, teamId)));
  return workingTimeOf(timezone, set, closed, teamId);
}

const ofTeamOrAll = (table: typeof workingTimes | typeof closedDays, teamId: string | null) =>
  teamId ? or(isNull(table.teamId), eq(table.teamId, teamId)) : isNull(table.teamId);

const standing = (ctx: Ctx) =>
  and(
    eq(closedDays.workspaceId, ctx.workspaceId),
    isNull(closedDays.removedAt),
    gte(closedDays.day, sql`${ctx.now.toISOString()}::timestamptz::date - ${daysBack}::int`),
  );

type Stored = typeof workingTimes.$inferSelect;
type Closed = { day: string; name: string; teamId: string | null };

/** What holds for a team: its own hours, or the workspace's, or the usual ones. */
function workingTimeOf(
  timezone: string,
  set: Stored[],
  closed: Closed[],
  teamId: string | null,
): WorkingTime {
  const own = (teamId && set.find((one) => one.teamId === teamId)) || set.find((one) => one.teamId === null);
  return {
    week: own?.week ?? usualWeek,
    timezone: own?.timezone ?? timezone,
    closedBecause: daysOff({
      calendar: calendarOf(own),
      customary: own?.customary ?? false,
      own: closed.filter((one) => one.teamId === null || one.teamId === teamId),
    }),
  };
}

const calendarOf = (set: Stored | undefined): Calendar | null =>
  calendars.find((one) => one === set?.calendar) ?? null;

/**
 * The working time of the workspace and of each team by name, as it is set and as it holds: with the closed days of
 * one's own that are to come, the next days off, and an example of when a case would be due. `own`: null where the
 * workspace's holds. And who leads each team, and after how many minutes of working time they are told (null: never).
 */
export async function listWorkingTimes(ctx: Ctx) {
  const [workspace] = await ctx.db
    .select({
      timezone: workspaces.timezone,
      hours: workspaces.caseDueHours,
      escalateAfterMinutes: workspaces.escalateAfterMinutes,
    })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const { timezone, hours, escalateAfterMinutes } = workspace!;
  const set = await ctx.db.select().from(workingTimes).where(eq(workingTimes.workspaceId, ctx.workspaceId));
  const closed = await ctx.db
    .select({ id: closedDays.id, day: closedDays.day, name: closedDays.name, teamId: closedDays.teamId })
    .from(closedDays)
    .where(standing(ctx))
    .orderBy(asc(closedDays.day), asc(closedDays.id));
  const known = await ctx.db
    .select({ id: teams.id, name: teams.name, leadId: teams.leadId })
    .from(teams)
    .where(eq(teams.workspaceId, ctx.workspaceId))
    .orderBy(asc(sql`lower(${teams.name})`));

  const described = (teamId: string | null) => {
    const time = workingTimeOf(timezone, set, closed, teamId);
    const own = set.find((one) => one.teamId === teamId);
    const today = dayIn(time.timezone, ctx.now);
    return {
      own: own
        ? { timezone: own.timezone, calendar: calendarOf(own), customary: own.customary, setAt: own.setAt }
        : null,
      week: time.week,
      timezone: time.timezone,
      closed: closed.filter((one) => one.teamId === teamId && one.day >= today),
      next: nextDaysOff(time, today, mostShown).map(({ day, why }) => ({ day, name: sayClosing(why) })),
      example: exampleOf(time, hours, today),
    };
  };
  return {
    escalateAfterMinutes,
    workspace: described(null),
    teams: known.map((team) => ({ ...team, ...described(team.id) })),
  };
}
