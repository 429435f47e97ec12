import { renderRecoveryCheckMail } from "#emails/recovery-check.tsx";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { optOutOf } from "#server/invitation/opt-out.ts";
import { firstNameOf } from "#server/invitation/rules.ts";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { findCheck } from "#server/recovery/find-check.ts";
import { recoveryAnswerWords } from "#server/recovery/schema.ts";
import { textsFor } from "#server/survey/rules.ts";
import { requireCase } from "./queries.ts";
import { threadOf } from "./thread.ts";

/**
 * The question whether a case is solved, in its dialogue's thread: from the colleague who closed it, answers by mail
 * to the case. A machine sends it, and says so; who wants no more of these is one click away from that.
 * @throws when the check was cancelled or the customer erased before the mail left.
 */
export const renderCheck: MailRenderer = async (ctx, mail) => {
  const check = await findCheck(ctx, { mailId: mail.id });
  if (!check) throw new Error("The question was cancelled, or there is nobody to ask any more.");
  const { companyName, workspaceKey, closedBy, invitationNumber } = check;
  const locale = voiceOf(pickLocale(check.locale, "en"), check.tone);
  const one = await requireCase(ctx, check.caseId);
  const subject = one.cameBy
    ? translator(locale, "mail")("replySubject", { company: companyName })
    : textsFor({ texts: check.texts, companyName, locale }).subject;
  const { appUrl, mailDomain } = ctx.site;
  const token = ctx.tokens.seal("recovery-check", { workspaceKey, number: check.number });
  const address = ctx.tokens.sealForAddress("case-address", { workspaceKey, number: check.caseNumber });
  const optOut = invitationNumber === null ? null : optOutOf(ctx, { workspaceKey, number: invitationNumber });
  const parts = await renderRecoveryCheckMail({
    subject: `Re: ${subject}`,
    companyName,
    firstName: firstNameOf(check.customerName),
    senderName: closedBy ?? companyName,
    closedAt: check.closedAt,
    answered: check.scored,
    urls: Object.fromEntries(
      recoveryAnswerWords.map((answer) => [answer, `${appUrl}/c/${token}/${answer}`]),
    ) as Record<(typeof recoveryAnswerWords)[number], string>,
    optOutUrl: optOut?.url ?? null,
    postalAddress: check.postalAddress,
    timeZone: check.timezone,
    locale,
  });
  const references = await threadOf(ctx, one);
  return {
    ...parts,
    fromName: closedBy ? `${closedBy}, ${companyName}` : companyName,
    fromAddress: null,
    replyTo: `case+${address}@${mailDomain}`,
    inReplyTo: references.at(-1),
    references,
    headers: {
      ...optOut?.headers,
      ...automaticHeaders,
    },
  };
};
