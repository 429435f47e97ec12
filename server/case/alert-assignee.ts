import { eq } from "drizzle-orm";
import { users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";

/**
 * Tells a colleague by mail that a case is theirs; once for each time it becomes theirs.
 * @param about.checkId the recovery check whose answer brought it back
 */
export async function alertAssignee(
  ctx: Ctx,
  caseId: string,
  assigneeId: string,
  about: { checkId?: string } = {},
): Promise<void> {
  const [assignee] = await ctx.db.select({ email: users.email }).from(users).where(eq(users.id, assigneeId));
  if (!assignee) return;
  await enqueueMail(ctx, {
    kind: "case_alert",
    toAddress: assignee.email,
    dedupeKey: alertKey(caseId, assigneeId, ctx.now),
    caseId,
    payload: { assigneeId, ...about },
  });
}

/** What names the alert that a case became somebody's at `at`, among all mails. */
export const alertKey = (caseId: string, assigneeId: string, at: Date): string =>
  `case_alert:${caseId}:${assigneeId}:${at.getTime()}`;
