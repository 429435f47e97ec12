import type { heldReplies } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { addEvent } from "./add-event.ts";
import { findActor } from "./find-actor.ts";
import { snoozeCase } from "./snooze.ts";
import { untilReply } from "./urgency.ts";

type Sleep = Pick<typeof heldReplies.$inferSelect, "caseId" | "heldBy"> & {
  snoozeUntil: Date;
  /** What has happened since the reply was written that keeps the case as it is. */
  obstacle: "closed" | "customer_wrote" | null;
};

/**
 * Puts a case to sleep whose reply has just gone out, as its writer wanted. What has happened meanwhile, or a time that is
 * past by now, keeps it as it is, and the history says so.
 */
export async function snoozeAfterReply(ctx: Ctx, { caseId, heldBy, snoozeUntil, obstacle }: Sleep) {
  const because = obstacle ?? (snoozeUntil > ctx.now ? null : "time");
  if (because) return addEvent(ctx, caseId, "not_snoozed", { because });
  const actor = (await findActor(ctx, heldBy)) ?? ctx.actor;
  const until = snoozeUntil.getTime() === untilReply.getTime() ? "reply" : snoozeUntil.toISOString();
  await snoozeCase({ ...ctx, actor }, { caseId, until });
}
