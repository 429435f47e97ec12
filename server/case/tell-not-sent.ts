import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { findActor } from "./find-actor.ts";
import type { Notification } from "./find-notification.ts";
import type { NotSent } from "./rules.ts";

/**
 * Tells a colleague at their own address, wherever the mail came from, that a reply to a notification was not sent, and
 * why; once for `mark`, or once for the notification and the reason. Whoever works here no longer is told nothing. Returns
 * whether it is new.
 */
export async function tellNotSent(
  ctx: Ctx,
  { mailId, caseId, memberId }: Notification,
  because: NotSent,
  mark = `${mailId}:${because}`,
): Promise<boolean> {
  const member = await findActor(ctx, memberId);
  if (!member) return false;
  const mail = await enqueueMail(ctx, {
    kind: "reply_not_sent",
    toAddress: member.email,
    dedupeKey: `reply_not_sent:${caseId}:${mark}`,
    caseId,
    payload: { userId: memberId, because },
  });
  return mail !== null;
}
