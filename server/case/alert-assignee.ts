import { eq } from "drizzle-orm";
import { type cases, users } from "#db/schema/index.ts";
import { findStandIn } from "#server/absence/queries.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";

/**
 * Tells a colleague by mail that a case is theirs, and who stands in for them while they are away; once for each time it
 * becomes theirs.
 * @param about.checkId the recovery check whose answer brought it back
 */
export async function alertAssignee(
  ctx: Ctx,
  caseId: string,
  assigneeId: string,
  about: { checkId?: string } = {},
): Promise<void> {
  await alert(ctx, { caseId, assigneeId, dedupeKey: alertKey(caseId, assigneeId, ctx.now), about });
}

/** Tells a case's owner, and who stands in for them, that its customer wrote; the mail can be replied to. */
export async function alertOfMail(
  ctx: Ctx,
  { id, assigneeId }: typeof cases.$inferSelect,
  messageId: string,
): Promise<void> {
  if (!assigneeId) return;
  await alert(ctx, {
    ...{ caseId: id, assigneeId, dedupeKey: `case_mail:${messageId}:${assigneeId}` },
    about: { messageId },
  });
}

type Alert = {
  caseId: string;
  assigneeId: string;
  dedupeKey: string;
  about: { checkId?: string; messageId?: string };
};

async function alert(ctx: Ctx, { caseId, assigneeId, dedupeKey, about }: Alert): Promise<void> {
  const [assignee] = await ctx.db.select({ email: users.email }).from(users).where(eq(users.id, assigneeId));
  if (!assignee) return;
  const mail = { kind: "case_alert", caseId, payload: { assigneeId, ...about } } as const;
  await enqueueMail(ctx, { ...mail, toAddress: assignee.email, dedupeKey });

  const standIn = await findStandIn(ctx, assigneeId);
  if (!standIn || standIn.id === assigneeId) return;
  await enqueueMail(ctx, {
    ...mail,
    toAddress: standIn.email,
    dedupeKey: `${dedupeKey}:${standIn.id}`,
    payload: { ...mail.payload, coverId: standIn.id },
  });
}

/** What names the alert that a case became somebody's at `at`, among all mails. */
export const alertKey = (caseId: string, assigneeId: string, at: Date): string =>
  `case_alert:${caseId}:${assigneeId}:${at.getTime()}`;
