import { and, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { members, targets, teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { keepVersion } from "./keep-version.ts";
import { dayAt, latestDay, periodAround } from "./rules.ts";
import type { SetTarget } from "./schema.ts";

/**
 * Sets a target. Returns its id.
 * @throws INVALID naming the field when the team or the owner is not of this workspace or the days are over, CONFLICT
 * on `metric` when there is one for the same thing and days.
 */
export async function setTarget(ctx: Ctx, input: SetTarget): Promise<{ id: string }> {
  await requireMember(ctx, input.ownerId);
  if (input.teamId) await requireTeam(ctx, input.teamId);
  const { goal, minimum, ownerId, metric, teamId } = input;
  const [row] = await ctx.db
    .insert(targets)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      ...{ metric, teamId, goal, minimum, ownerId },
      ...daysOf(input, await today(ctx)),
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) {
    throw new DomainError("CONFLICT", refusal("targetTaken"), "metric");
  }
  await keepVersion(ctx, row, "set", null);
  return { id: row.id };
}

function daysOf(input: SetTarget, now: string) {
  if (input.period === "days") {
    if (input.to! < now) throw invalid("to", refusal("lastDayOver"));
    if (input.to! > latestDay(now)) throw invalid("to", refusal("lastDayFar"));
    return { repeats: null, fromDay: input.from!, toDay: input.to! };
  }
  const repeats = input.period.replace("each_", "") as "month" | "quarter" | "year";
  const { from, to } = periodAround(repeats, now);
  return input.period.startsWith("each_")
    ? { repeats, fromDay: from, toDay: null }
    : { repeats: null, fromDay: from, toDay: to };
}

async function today(ctx: Ctx): Promise<string> {
  return dayAt(ctx.now, await timezoneOf(ctx));
}

/** @throws INVALID on `ownerId` when nobody here has this id. */
export async function requireMember(ctx: Ctx, userId: string): Promise<void> {
  const here = await ctx.db.$count(
    members,
    and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId)),
  );
  if (here === 0) throw invalid("ownerId", refusal("noColleague"));
}

async function requireTeam(ctx: Ctx, teamId: string): Promise<void> {
  const here = await ctx.db.$count(teams, and(eq(teams.workspaceId, ctx.workspaceId), eq(teams.id, teamId)));
  if (here === 0) throw invalid("teamId", refusal("noTeam"));
}
