import { and, eq, sql } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { resumeClock } from "./resume-clock.ts";

type Given = { caseId: string; at: Date; writtenAt: Date };

/**
 * Notes that a reply went out `at`: the first one is dated, and the case waits for the customer, unless it was closed or
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
  if (one?.state === "open") await resumeClock(ctx, one);
  ctx.nudge("cases", caseId);
}
