import { and, eq, inArray, sql } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/**
 * Brings up the cases of this workspace whose answer is due soon from now on, at most `most` of them: no matter what
 * their customers are worth, they stand by their due time among those that cannot wait. Each once, however many workers
 * do this. Returns how many.
 */
export async function pressDueCases(ctx: Ctx, input: { most: number }): Promise<number> {
  const due = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      sql`${cases.workspaceId} = ${ctx.workspaceId} AND ${cases.leeway} > 0
        AND ${cases.soonAt} <= ${ctx.now.toISOString()}::timestamptz`,
    )
    .orderBy(cases.soonAt, cases.id)
    .limit(input.most)
    .for("update", { skipLocked: true });
  if (due.length === 0) return 0;
  await ctx.db
    .update(cases)
    .set({ pressedAt: sql`${cases.soonAt}` })
    .where(
      and(
        eq(cases.workspaceId, ctx.workspaceId),
        inArray(
          cases.id,
          due.map(({ id }) => id),
        ),
      ),
    );
  for (const { id } of due) ctx.nudge("cases", id);
  return due.length;
}
