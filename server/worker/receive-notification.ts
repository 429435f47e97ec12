import { receiveColleagueMail } from "#server/case/receive-colleague.ts";
import type { Ctx } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { proveSender, resolverOf } from "#server/mail/prove-sender.ts";
import { takeUnread, wholeOf } from "#server/mail/queries.ts";
import type { TaskPayload } from "#server/queue/tasks.ts";

const patienceMs = 10 * 60_000;

/**
 * Asks DNS whose a reply to a notification is, outside any transaction, and then takes it. Returns what became of it.
 * @throws while DNS does not answer, so that it is tried again; after ten minutes it goes on without.
 */
export async function receiveNotificationTask(
  rt: Runtime,
  { workspaceId, inboundMailId }: TaskPayload<"notification.receive">,
): Promise<string> {
  const enter = <T>(work: (ctx: Ctx) => Promise<T>) =>
    asSystem(rt, workspaceId, "notification.receive", work);
  const mail = await enter(async (ctx) => {
    const unread = await takeUnread(ctx, inboundMailId);
    return unread && { raw: await wholeOf(ctx, inboundMailId), receivedAt: unread.receivedAt };
  });
  if (!mail) return "read already";
  const proof = await proveSender(mail.raw, resolverOf(rt.env.DNS_SERVER));
  if (proof.later && rt.clock().getTime() - mail.receivedAt.getTime() < patienceMs)
    throw new Error("DNS did not answer; the mail is read later");
  return enter((ctx) => receiveColleagueMail(ctx, { inboundMailId, proven: proof.address }));
}
