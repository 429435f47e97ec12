import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { addEvent } from "./add-event.ts";
import { requireCase } from "./queries.ts";
import type { SnoozeCase } from "./schema.ts";
import { type SnoozePreset, snoozeMoment, snoozePresets } from "./snooze-times.ts";
import { untilReply } from "./urgency.ts";

/** The times offered for a snooze now, by the workspace's clocks, which are `timezone`'s. */
export async function offerSnoozes(ctx: Ctx): Promise<{ presets: SnoozePreset[]; timezone: string }> {
  const timezone = await timezoneOf(ctx);
  return { presets: snoozePresets(ctx.now, timezone), timezone };
}

/**
 * Puts a case to sleep until a time, or until its customer replies, which ends every snooze. Its due time stands.
 * Returns until when.
 * @throws NOT_FOUND for a case of another workspace, CONFLICT when it is closed, INVALID for a time that is not to come.
 */
export async function snoozeCase(ctx: Ctx, input: SnoozeCase, actId?: string): Promise<{ until: Date }> {
  const one = await requireCase(ctx, input.caseId, { lock: true });
  if (one.state === "closed") throw new DomainError("CONFLICT", refusal("snoozeClosed"));
  const until = await endOfSnooze(ctx, input.until);
  if (!until) throw invalid("until", refusal("timeWithinYear"));

  await ctx.db
    .update(cases)
    .set({
      state: "snoozed",
      snoozedUntil: until,
      // The customer has our answer, so nobody waits since then.
      ...(one.state === "waiting" ? { needsSince: null, needsBecause: null } : {}),
    })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
  const wasUntil = one.snoozedUntil?.toISOString() ?? null;
  await addEvent(ctx, one.id, "snoozed", { until: until.toISOString(), was: one.state, wasUntil }, actId);
  ctx.nudge("cases", one.id);
  return { until };
}

/**
 * When a snooze ends that begins `from`, by the workspace's clocks; null for a time that is not after it, or more than a
 * year off.
 */
export async function endOfSnooze(
  ctx: Ctx,
  until: SnoozeCase["until"],
  from: Date = ctx.now,
): Promise<Date | null> {
  return until === "reply" ? untilReply : snoozeMoment(until, from, await timezoneOf(ctx));
}
