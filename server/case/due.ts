import { eq, sql } from "drizzle-orm";
import { contacts, invitations, responses, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { findWorkingTime } from "#server/working-time/queries.ts";
import { addWorkingMs, type WorkingTime, workingMsBetween } from "#server/working-time/rules.ts";

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** When an answer is due, from when on it is due soon, and when the lead is told that it is not there (null: never). */
export type Due = { dueAt: Date; soonAt: Date; lateAt: Date; escalateAt: Date | null };

/** In which working time a team's cases are counted, and how much of it there is: all in milliseconds. */
export type Pace = { time: WorkingTime; wholeMs: number; escalateMs: number | null };

/** An answer that is due `ms` of working time after `from`; soon is when three quarters of that are gone. */
export function dueAfter({ time, escalateMs }: Pace, from: Date, ms: number): Due {
  const dueAt = addWorkingMs(time, from, ms);
  return {
    dueAt,
    lateAt: dueAt,
    soonAt: addWorkingMs(time, from, 0.75 * ms),
    escalateAt: escalateMs === null ? null : addWorkingMs(time, from, ms + escalateMs),
  };
}

/** An answer that somebody wants at `dueAt`, whatever the hours. */
export function dueAtChosen({ time, escalateMs }: Pace, from: Date, dueAt: Date): Due {
  return {
    dueAt,
    lateAt: dueAt,
    soonAt: addWorkingMs(time, from, 0.75 * workingMsBetween(time, from, dueAt)),
    escalateAt: escalateMs === null ? null : addWorkingMs(time, dueAt, escalateMs),
  };
}

/**
 * By when a case of this team (null: of none) is to be answered whose time counts from `from`, in as many hours as its rule
 * gives or else the workspace.
 */
export async function findDue(
  ctx: Ctx,
  teamId: string | null,
  from: Date,
  ruleHours: number | null = null,
): Promise<Due> {
  const pace = await findPace(ctx, teamId, ruleHours);
  return dueAfter(pace, from, pace.wholeMs);
}

/** How fast the cases of this team (null: of none) are to be answered, where a rule gives no hours of its own. */
export async function findPace(ctx: Ctx, teamId: string | null, ruleHours: number | null): Promise<Pace> {
  const [workspace] = await ctx.db
    .select({ hours: workspaces.caseDueHours, minutes: workspaces.escalateAfterMinutes })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const { hours, minutes } = workspace!;
  const time = await findWorkingTime(ctx, teamId);
  return {
    time,
    wholeMs: (ruleHours ?? hours) * hourMs,
    escalateMs: minutes === null ? null : minutes * minuteMs,
  };
}

/** The team whose case it is: the answer's, as it stood when it was given, or else the ask's; the customer's without either. */
export async function teamOf(
  ctx: Ctx,
  about: { responseId: string | null; invitationId: string | null; contactId: string | null },
): Promise<string | null> {
  const asked = about.responseId ?? about.invitationId;
  const [row] = await ctx.db.execute<{ teamId: string | null }>(sql`
    SELECT coalesce(
      (SELECT team_id FROM ${responses} WHERE workspace_id = ${ctx.workspaceId} AND id = ${about.responseId}),
      (SELECT team_id FROM ${invitations} WHERE workspace_id = ${ctx.workspaceId} AND id = ${about.invitationId}),
      (SELECT team_id FROM ${contacts} WHERE workspace_id = ${ctx.workspaceId} AND id = ${asked ? null : about.contactId})
    ) AS "teamId"`);
  return row!.teamId;
}
