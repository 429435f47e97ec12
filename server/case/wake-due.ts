import { and, eq, sql } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { addEvent } from "./add-event.ts";
import { needsFrom } from "./urgency.ts";

/**
 * Wakes the cases of this workspace whose snooze is over, at most `most` of them, each once however many workers do
 * this. Returns how many woke.
 */
export async function wakeDueCases(ctx: Ctx, input: { most: number }): Promise<number> {
  const due = await ctx.db
    .select()
    .from(cases)
    .where(
      sql`${cases.workspaceId} = ${ctx.workspaceId} AND ${cases.state} = 'snoozed'
        AND ${cases.snoozedUntil} <= ${ctx.now.toISOString()}::timestamptz`,
    )
    .orderBy(cases.snoozedUntil, cases.id)
    .limit(input.most)
    .for("update", { skipLocked: true });
  for (const one of due) {
    await ctx.db
      .update(cases)
      .set({ state: "open", snoozedUntil: null, ...needsFrom(one, "snooze_over", one.snoozedUntil!) })
      .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
    await addEvent(ctx, one.id, "woke", { because: "time" });
    ctx.nudge("cases", one.id);
  }
  return due.length;
}
