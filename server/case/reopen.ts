import { and, eq, isNull } from "drizzle-orm";
import { caseClosures, cases } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { addEvent } from "./add-event.ts";
import { requireCase } from "./queries.ts";
import type { ReopenCase } from "./schema.ts";

/**
 * Opens a closed case again and dates its closure. A case that is open stays as it is.
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
  if (closure) await addEvent(ctx, input.caseId, "reopened");
  ctx.nudge("cases", input.caseId);
  return { state: "open" };
}

/** Wakes a case because the customer has something to say: it is open again, whatever it was. A closure is dated. */
export async function wakeForCustomer(ctx: Ctx, one: typeof cases.$inferSelect): Promise<void> {
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
  await addEvent(ctx, one.id, "reopened", { by: "customer" });
}
