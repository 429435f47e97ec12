import { renderAlertMail } from "#server/alert/render.ts";
import { filesOfReply } from "#server/attachment/queries.ts";
import { renderNotice } from "#server/auth/render-notice.ts";
import { renderPasswordReset } from "#server/auth/render-password-reset.ts";
import { renderSignInLink } from "#server/auth/render-sign-in-link.ts";
import { judgeRefused } from "#server/bounce/judge-refused.ts";
import { pauseCampaign } from "#server/campaign/pause.ts";
import { renderAlert } from "#server/case/render-alert.ts";
import { renderCheck } from "#server/case/render-check.ts";
import { renderNotSent } from "#server/case/render-not-sent.ts";
import { renderReply } from "#server/case/render-reply.ts";
import { renderChannelOff } from "#server/chat/render-off.ts";
import type { Ctx } from "#server/context.ts";
import { renderDigest } from "#server/digest/render.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { markInvitationsSent } from "#server/invitation/mark-sent.ts";
import { prepareInvitations } from "#server/invitation/render.ts";
import { renderTestInvitation } from "#server/invitation/render-test-mail.ts";
import type { ChangedMail } from "#server/mail/change.ts";
import type { Renderers } from "#server/mail/rendered.ts";
import type { Sender } from "#server/mail/sender.ts";
import type { Transport } from "#server/mail/transport.ts";
import { renderMention } from "#server/mention/render.ts";
import { figures } from "#server/metrics/figures.ts";
import { renderOwnData } from "#server/own-data/render.ts";
import { renderPromisesDue } from "#server/promise/render-due.ts";
import { findIdentity } from "#server/sending-domain/queries.ts";
import { renderDomainLost } from "#server/sending-domain/render-lost.ts";
import { renderThanks } from "#server/thanks/render.ts";
import { renderMemberInvitation } from "#server/workspace/render-member-invitation.ts";

const renderers: Renderers = {
  invitation: { many: prepareInvitations },
  reminder: { many: prepareInvitations },
  invitation_test: { one: renderTestInvitation },
  case_reply: { one: renderReply, files: (ctx, mail) => filesOfReply(ctx, mail.caseMessageId!) },
  case_alert: { one: renderAlert },
  case_mention: { one: renderMention },
  reply_not_sent: { one: renderNotSent },
  promises_due: { one: renderPromisesDue },
  alert: { one: renderAlertMail },
  channel_off: { one: renderChannelOff },
  member_invitation: { one: renderMemberInvitation },
  password_reset: { one: renderPasswordReset },
  sign_in_link: { one: renderSignInLink },
  security_notice: { one: renderNotice },
  domain_lost: { one: renderDomainLost },
  own_data: { one: renderOwnData },
  digest: { one: renderDigest },
  recovery_check: { one: renderCheck },
  thank_you: { one: renderThanks },
};

/** Sending as this product does it: who renders which mail, and what follows when one is sent or refused. */
export function senderOf(rt: Runtime, transport: Transport): Sender {
  return {
    db: rt.connection.db,
    log: rt.log,
    tokens: rt.tokens,
    mailDomain: rt.env.MAIL_IN_DOMAIN,
    transport,
    renderers,
    identityOf: rememberFor(identityMs, (workspaceId) =>
      asSystem(rt, workspaceId, "mail.identity", findIdentity),
    ),
    enter: (workspaceId, task, work) => asSystem(rt, workspaceId, task, work),
    onSettled: tellOfMails,
    async onRefused({ workspaceId, campaignId }) {
      rt.log.warn(
        { workspaceId, campaignId },
        "campaign paused: its mails are refused for reasons of policy",
      );
      await asSystem(rt, workspaceId, "mail.brake", (ctx) =>
        pauseCampaign(ctx, { id: campaignId, because: "refused" }),
      );
    },
  };
}

const identityMs = 15_000;

/** `find`, asked again for the same workspace only after `ms`. */
function rememberFor<T>(ms: number, find: (workspaceId: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, { found: Promise<T>; until: number }>();
  return (id) => {
    const kept = known.get(id);
    if (kept && kept.until > performance.now()) return kept.found;
    const found = find(id);
    known.set(id, { found, until: performance.now() + ms });
    found.catch(() => known.delete(id));
    return found;
  };
}

async function tellOfMails(ctx: Ctx, mails: ChangedMail[]): Promise<void> {
  for (const { kind, state } of mails) figures().mails.inc({ kind, state });
  const asked = mails.filter((mail) => mail.state === "sent" && mail.kind === "invitation");
  await markInvitationsSent(
    ctx,
    asked.map((mail) => mail.invitationId).filter((id) => id !== null),
  );
  await judgeRefused(ctx, { mailIds: mails.filter((mail) => mail.state === "failed").map(({ id }) => id) });
  for (const { kind, invitationId, campaignId, caseId } of mails) {
    if (kind === "thank_you") ctx.nudge("responses", invitationId ?? undefined);
    if (campaignId) ctx.nudge("campaigns", campaignId);
    if (caseId) ctx.nudge("cases", caseId);
  }
}
