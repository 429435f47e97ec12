import { and, eq, isNull } from "drizzle-orm";
import { caseClosures, cases } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { cancelChecks } from "#server/recovery/cancel.ts";
import { refusal } from "#server/refusal.ts";
import { addEvent } from "./add-event.ts";
import { requireCase } from "./queries.ts";
import { resumeClock } from "./resume-clock.ts";
import type { ReopenCase } from "./schema.ts";
import { needsFrom } from "./urgency.ts";

/**
 * Opens a closed case again, dates its closure, and cancels the question whether it is solved unless that has left;
 * wakes a snoozed one. A case that is open stays as it is.
 * @throws NOT_FOUND for a case of another workspace, CONFLICT when it was merged.
 */
export async function reopenCase(ctx: Ctx, input: ReopenCase): Promise<{ state: "open" }> {
  const one = await requireCase(ctx, input.caseId, { lock: true });
  if (one.state === "open") return { state: "open" };
  if (one.mergedInto) throw new DomainError("CONFLICT", refusal("caseMerged"));
  const [closure] = await ctx.db
    .update(caseClosures)
    .set({ reopenedAt: ctx.now, reopenedBy: memberId(ctx.actor) })
    .where(
      and(
        eq(caseClosures.workspaceId, ctx.workspaceId),
        eq(caseClosures.caseId, input.caseId),
        isNull(caseClosures.reopenedAt),
      ),
    )
    .returning({ id: caseClosures.id });
  await ctx.db
    .update(cases)
    .set({
      state: "open",
      snoozedUntil: null,
      ...needsFrom(one, one.state === "snoozed" ? "snooze_over" : "reopened", ctx.now),
    })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, input.caseId)));
  if (one.state === "snoozed") await addEvent(ctx, one.id, "woke", { because: "member" });
  if (closure || one.state === "waiting") await resumeClock(ctx, one);
  if (closure) {
    await cancelChecks(ctx, { caseId: input.caseId, because: "reopened" });
    await addEvent(ctx, input.caseId, "reopened");
  }
  ctx.nudge("cases", input.caseId);
  return { state: "open" };
}

/**
 * Wakes a case because the customer has something to say: it is open again, whatever it was, and its clock goes on. A
 * closure is dated; the time of a snooze is kept, so that it can be snoozed as long again. `because` is what they said it
 * with: words of their own, an answer that it is not solved, or the wish to be contacted.
 */
export async function wakeForCustomer(
  ctx: Ctx,
  { id }: { id: string },
  because: "wrote" | "not_solved" | "asked" = "wrote",
): Promise<void> {
  const one = await requireCase(ctx, id, { lock: true });
  await ctx.db
    .update(cases)
    .set({
      state: "open",
      snoozedUntil: one.state === "snoozed" || one.state === "open" ? one.snoozedUntil : null,
      ...needsFrom(one, because, ctx.now),
    })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
  await resumeClock(ctx, one);
  if (one.state === "snoozed") await addEvent(ctx, one.id, "woke", { because });
  if (one.state !== "closed") return;
  await ctx.db
    .update(caseClosures)
    .set({ reopenedAt: ctx.now })
    .where(
      and(
        eq(caseClosures.workspaceId, ctx.workspaceId),
        eq(caseClosures.caseId, one.id),
        isNull(caseClosures.reopenedAt),
      ),
    );
  await cancelChecks(ctx, { caseId: one.id, because: "reopened" });
  await addEvent(ctx, one.id, "reopened", { by: "customer", because });
}
