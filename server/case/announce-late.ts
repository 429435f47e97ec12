import { and, eq, sql } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { announce } from "#server/news/announce.ts";
import { overdueKey } from "./late-keys.ts";
import { clockOf, isOwed } from "./rules.ts";

/**
 * Announces the cases of this workspace whose answer is overdue by now, at most `most` of them, the longest due first; each
 * once for each due time, however many workers do this. What is answered or waits for the customer is passed over. Returns
 * how many cases were looked at.
 */
export async function announceLateCases(ctx: Ctx, input: { most: number }): Promise<number> {
  const late = await ctx.db
    .select()
    .from(cases)
    .where(
      sql`${cases.workspaceId} = ${ctx.workspaceId} AND ${cases.lateAt} <= ${ctx.now.toISOString()}::timestamptz`,
    )
    .orderBy(cases.lateAt, cases.id)
    .limit(input.most)
    .for("update", { skipLocked: true });
  for (const one of late) {
    await ctx.db
      .update(cases)
      .set({ lateAt: null })
      .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
    if (!isOwed(clockOf(one, ctx.now))) continue;
    await announce(ctx, {
      kind: "overdue",
      caseId: one.id,
      key: overdueKey(one),
      personId: one.assigneeId,
    });
  }
  return late.length;
}
