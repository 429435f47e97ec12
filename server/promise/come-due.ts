import { and, eq, sql } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import { addEvent } from "#server/case/add-event.ts";
import { needsFrom } from "#server/case/urgency.ts";
import type { Ctx } from "#server/context.ts";

/**
 * Brings up the cases of this workspace the day of whose promise has begun, at most `most` of them, each once however many
 * workers do this: they need us before all others, and one that sleeps wakes. Returns how many.
 */
export async function comeDuePromises(ctx: Ctx, input: { most: number }): Promise<number> {
  const due = await ctx.db
    .select()
    .from(cases)
    .where(
      sql`${cases.workspaceId} = ${ctx.workspaceId} AND ${cases.promiseAt} <= ${ctx.now.toISOString()}::timestamptz
        AND ${cases.promiseFellAt} IS NULL`,
    )
    .orderBy(cases.promiseAt, cases.id)
    .limit(input.most)
    .for("update", { skipLocked: true });
  for (const one of due) {
    const wakes = one.state === "snoozed";
    await ctx.db
      .update(cases)
      .set({
        promiseFellAt: one.promiseAt,
        ...(wakes ? { state: "open", ...needsFrom(one, "snooze_over", ctx.now) } : {}),
      })
      .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
    if (wakes) await addEvent(ctx, one.id, "woke", { because: "promise" });
    ctx.nudge("cases", one.id);
  }
  return due.length;
}
