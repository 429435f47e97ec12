import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { recoveryAnswers, recoveryChecks } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { takeBackMails } from "#server/mail/withdraw.ts";
import type { Cancellation } from "./rules.ts";

/**
 * Cancels what a case's customer has not been asked yet: what is planned, and what waits in the outbox. A question
 * that has left, or may have, stays open for an answer. Returns how many were cancelled.
 */
export async function cancelChecks(
  ctx: Ctx,
  input: { caseId: string; because: Cancellation },
): Promise<number> {
  const { caseId, because } = input;
  const standing = and(
    eq(recoveryChecks.workspaceId, ctx.workspaceId),
    eq(recoveryChecks.caseId, caseId),
    isNull(recoveryChecks.cancelledAt),
  )!;
  const planned = await cancel(ctx, and(standing, isNull(recoveryChecks.askedAt))!, because);
  const asked = await ctx.db
    .select({ mailId: recoveryChecks.mailId })
    .from(recoveryChecks)
    .where(and(standing, isNotNull(recoveryChecks.mailId), unanswered));
  const back = await takeBackMails(
    ctx,
    asked.map(({ mailId }) => mailId!),
  );
  if (back.length === 0) return planned;
  return planned + (await cancel(ctx, and(standing, inArray(recoveryChecks.mailId, back))!, because));
}

const unanswered = sql`NOT EXISTS (SELECT FROM ${recoveryAnswers}
  WHERE ${recoveryAnswers.workspaceId} = ${recoveryChecks.workspaceId}
    AND ${recoveryAnswers.checkId} = ${recoveryChecks.id})`;

async function cancel(ctx: Ctx, which: SQL, because: Cancellation): Promise<number> {
  const rows = await ctx.db
    .update(recoveryChecks)
    .set({ cancelledAt: ctx.now, cancelledBy: memberId(ctx.actor), cancelledBecause: because })
    .where(which)
    .returning({ id: recoveryChecks.id });
  return rows.length;
}
