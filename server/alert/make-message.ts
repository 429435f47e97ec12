import { newId } from "#db/id.ts";
import { alertMessages } from "#db/schema/index.ts";
import { enqueueChat } from "#server/chat/enqueue.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail, type MailToSend } from "#server/mail/enqueue.ts";
import type { NewsKind } from "#server/news/schema.ts";
import type { Alert } from "./queries.ts";

export type News = {
  kind: NewsKind;
  caseId: string;
  personId: string | null;
  checkId: string | null;
  messageId: string | null;
};

/**
 * Puts a message of an alert into the outbox of its reader's mail or of its channel. Returns its id.
 * @param email its reader's address; null for a channel
 */
export async function makeMessage(
  ctx: Ctx,
  alert: Alert,
  email: string | null,
  told: readonly News[],
): Promise<string> {
  const id = newId(ctx.now.getTime());
  const own = { workspaceId: ctx.workspaceId, id, alertId: alert.id, madeAt: ctx.now };
  if (alert.channelId) {
    const chatMessageId = await enqueueChat(ctx, { channelId: alert.channelId, purpose: "alert" });
    await ctx.db.insert(alertMessages).values({ ...own, chatMessageId });
    return id;
  }
  const mail = await enqueueMail(ctx, {
    ...mailOf(alert, id, told),
    toAddress: email!,
    dedupeKey: `alert:${id}`,
  });
  await ctx.db.insert(alertMessages).values({ ...own, mailId: mail!.id });
  return id;
}

const mineToAnswer: readonly NewsKind[] = ["new_case", "assigned", "not_solved", "message"];

/**
 * One case that became its reader's, or whose customer wrote to them, has a mail of its own, which says whose it is and by
 * when to reply, and can be replied to.
 */
function mailOf(
  alert: Alert,
  alertMessageId: string,
  told: readonly News[],
): Pick<MailToSend, "kind" | "caseId" | "payload"> {
  const { caseId, personId, checkId } = told[0]!;
  const messageId = told.findLast((one) => one.messageId)?.messageId;
  const single = told.every((one) => one.caseId === caseId);
  if (!single || alert.scope !== "mine" || !told.every((one) => mineToAnswer.includes(one.kind))) {
    return { kind: "alert", payload: { alertMessageId } };
  }
  const cover: MailToSend["payload"] = personId === alert.userId ? {} : { coverId: alert.userId };
  const check: MailToSend["payload"] = checkId ? { checkId } : {};
  const mail: MailToSend["payload"] = messageId ? { messageId } : {};
  return { kind: "case_alert", caseId, payload: { assigneeId: personId, ...cover, ...check, ...mail } };
}
