import { and, eq, isNull } from "drizzle-orm";
import { caseClosures, cases } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { cancelChecks } from "#server/recovery/cancel.ts";
import { addEvent } from "./add-event.ts";
import { requireCase } from "./queries.ts";
import type { ReopenCase } from "./schema.ts";

/**
 * Opens a closed case again, dates its closure, and cancels the question whether it is solved unless that has left. A
 * case that is open stays as it is.
 * @throws NOT_FOUND for a case of another workspace.
 */
export async function reopenCase(ctx: Ctx, input: ReopenCase): Promise<{ state: "open" }> {
  await requireCase(ctx, input.caseId);
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
    .set({ state: "open" })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, input.caseId)));
  if (closure) {
    await cancelChecks(ctx, { caseId: input.caseId, because: "reopened" });
    await addEvent(ctx, input.caseId, "reopened");
  }
  ctx.nudge("cases", input.caseId);
  return { state: "open" };
}

/**
 * Wakes a case because the customer has something to say: it is open again, whatever it was. A closure is dated.
 * `because` is what they said it with: words of their own, or an answer that it is not solved.
 */
export async function wakeForCustomer(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
  because: "wrote" | "not_solved" = "wrote",
): Promise<void> {
  await ctx.db
    .update(cases)
    .set({ state: "open", snoozedUntil: null })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
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
