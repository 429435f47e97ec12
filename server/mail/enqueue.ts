import { newId } from "#db/id.ts";
import { mailEvents, type mailKind, outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

export type MailKind = (typeof mailKind.enumValues)[number];

/** Lower leaves first: a person who waits before a customer in a dialogue before a survey (RELIABILITY.md A6). */
export const priorities: Record<MailKind, number> = {
  password_reset: 0,
  sign_in_link: 0,
  security_notice: 5,
  member_invitation: 10,
  own_data: 12,
  domain_lost: 15,
  case_reply: 20,
  case_alert: 30,
  case_mention: 30,
  reply_not_sent: 30,
  alert: 30,
  channel_off: 30,
  recovery_check: 35,
  invitation_test: 40,
  promises_due: 45,
  digest: 50,
  thank_you: 60,
  invitation: 100,
  reminder: 110,
};

export type MailToSend = {
  kind: MailKind;
  toAddress: string;
  /** The same key is the same mail: asking for it again changes nothing. */
  dedupeKey: string;
  /** What the suppression list is asked with; absent: nothing stops it. */
  addressHash?: Uint8Array | null;
  payload?: Record<string, string | number | null>;
  campaignId?: string;
  invitationId?: string;
  caseId?: string;
  caseMessageId?: string;
  /** Not before this moment (UTC). */
  notBefore?: Date;
};

/**
 * Puts one mail into the outbox, in the transaction of `ctx`, with a Message-ID that stays the same on
 * every try. Returns its Message-ID, or null when a mail with this `dedupeKey` is there already.
 */
export async function enqueueMail(
  ctx: Ctx,
  mail: MailToSend,
): Promise<{ id: string; messageId: string } | null> {
  const id = newId(ctx.now.getTime());
  const { notBefore, payload, ...columns } = mail;
  const [row] = await ctx.db
    .insert(outboundMails)
    .values({
      ...columns,
      workspaceId: ctx.workspaceId,
      id,
      priority: priorities[mail.kind],
      messageId: `<${id}@${ctx.site.mailDomain}>`,
      toDomain: mail.toAddress.slice(mail.toAddress.lastIndexOf("@") + 1).toLowerCase(),
      payload: payload ?? {},
      nextAttemptAt: notBefore ?? ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: [outboundMails.workspaceId, outboundMails.dedupeKey] })
    .returning({ id: outboundMails.id, messageId: outboundMails.messageId });
  if (!row) return null;
  await ctx.db
    .insert(mailEvents)
    .values({ workspaceId: ctx.workspaceId, mailId: id, at: ctx.now, state: "queued", attempt: 0 });
  ctx.nudge("outbox");
  return row;
}
