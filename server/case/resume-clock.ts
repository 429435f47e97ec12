import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import { caseMessages, cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { workingMsBetween } from "#server/working-time/rules.ts";
import { dueAfter, findPace, teamOf } from "./due.ts";

type Case = typeof cases.$inferSelect;

/**
 * Sets when the next answer to a customer is due whose case is with us again; `one` is the case as it was before. What was
 * left of the working time when we had answered counts on, a quarter of the whole at least; after a closing it is the
 * whole. The first reply keeps its own due time, and an answer that is owed already is not put off.
 */
export async function resumeClock(ctx: Ctx, one: Case): Promise<void> {
  if (!one.firstReplyAt) return;
  const pausedAt = await lastPause(ctx, one);
  if (one.state !== "closed" && one.firstDueAt && !pausedAt) return;
  const pace = await findPace(ctx, await teamOf(ctx, one), one.dueHours);
  const { time, wholeMs } = pace;
  const left =
    pausedAt && one.state !== "closed"
      ? Math.max(workingMsBetween(time, pausedAt, one.dueAt), wholeMs / 4)
      : wholeMs;
  await ctx.db
    .update(cases)
    .set({
      ...dueAfter(pace, ctx.now, left),
      countedFrom: ctx.now,
      firstDueAt: sql`coalesce(${cases.firstDueAt}, ${cases.dueAt})`,
    })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
}

/** When we answered first since the time counts, and so began to wait; null when we have not. */
async function lastPause(ctx: Ctx, one: Case): Promise<Date | null> {
  const [first] = await ctx.db
    .select({ at: caseMessages.at })
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.workspaceId, ctx.workspaceId),
        eq(caseMessages.caseId, one.id),
        eq(caseMessages.direction, "out"),
        gte(caseMessages.at, one.countedFrom ?? one.openedAt),
        lte(caseMessages.at, ctx.now),
      ),
    )
    .orderBy(asc(caseMessages.at))
    .limit(1);
  return first?.at ?? null;
}
