import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { thankYous } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { takeBackMails } from "#server/mail/withdraw.ts";
import type { Omission } from "./rules.ts";

/** Leaves out the thanks for an answer: those that are planned, and those that wait in the outbox. What has left stays sent. */
export async function leaveThanksOut(
  ctx: Ctx,
  { responseId, because }: { responseId: string; because: Omission },
): Promise<void> {
  const standing = and(
    eq(thankYous.workspaceId, ctx.workspaceId),
    eq(thankYous.responseId, responseId),
    isNull(thankYous.leftOutAt),
  );
  const omitted = { leftOutAt: ctx.now, leftOutBecause: because };
  const planned = await ctx.db
    .update(thankYous)
    .set(omitted)
    .where(and(standing, isNull(thankYous.thankedAt)))
    .returning({ responseId: thankYous.responseId });
  if (planned.length > 0) ctx.nudge("responses", responseId);
  if (planned.length > 0) return;
  const [waiting] = await ctx.db
    .select({ mailId: thankYous.mailId })
    .from(thankYous)
    .where(and(standing, isNotNull(thankYous.mailId)));
  if (!waiting?.mailId) return;
  const back = await takeBackMails(ctx, [waiting.mailId]);
  if (back.length > 0) await ctx.db.update(thankYous).set(omitted).where(standing);
}
