import { and, eq, sql } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { findWorkingTime } from "#server/working-time/queries.ts";
import { workingMsBetween } from "#server/working-time/rules.ts";
import { teamOf } from "./due.ts";
import { resumeClock } from "./resume-clock.ts";

type Given = { caseId: string; at: Date; writtenAt: Date };

/**
 * Notes that a reply went out `at`: the first one is dated, with the working time it took, and the case waits for the customer, unless it was closed or
 * the customer wrote since the reply was (`writtenAt`), who then waits for the next answer.
 */
export async function giveReply(ctx: Ctx, { caseId, at, writtenAt }: Given): Promise<void> {
  const answered = sql`${cases.lastInboundAt} > ${writtenAt.toISOString()}::timestamptz`;
  const [one] = await ctx.db
    .update(cases)
    .set({
      state: sql`CASE WHEN ${cases.state} = 'closed' OR ${answered} THEN ${cases.state} ELSE 'waiting' END`,
      firstReplyAt: sql`coalesce(${cases.firstReplyAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, caseId)))
    .returning();
  if (one) await keepMinutes(ctx, one);
  if (one?.state === "open") await resumeClock(ctx, one);
  ctx.nudge("cases", caseId);
}

/** How long the first reply took is kept once, because the working time may change later. */
async function keepMinutes(ctx: Ctx, one: typeof cases.$inferSelect): Promise<void> {
  const { firstReplyAt, firstReplyMinutes, openedAt } = one;
  if (!firstReplyAt || firstReplyMinutes !== null) return;
  const time = await findWorkingTime(ctx, await teamOf(ctx, one));
  const minutes = Math.round(workingMsBetween(time, openedAt, firstReplyAt) / 60_000);
  await ctx.db
    .update(cases)
    .set({ firstReplyMinutes: minutes })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
}
