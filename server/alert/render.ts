import { renderCaseNewsMail } from "#emails/case-news.tsx";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { findLanguage } from "#server/workspace/find-language.ts";
import { gatherTold } from "./gather.ts";
import { sayTold } from "./sentences.ts";

/**
 * The mail of an alert, in the language of whoever is told, with what is so when it leaves.
 * @throws when nothing of it is news any more.
 */
export const renderAlertMail: MailRenderer = async (ctx, mail) => {
  const told = await gatherTold(ctx, { messageId: String(mail.payload.alertMessageId) });
  if (!told || told.cases.length === 0) throw new Error("Nothing of it is news any more.");
  const parts = await renderCaseNewsMail({
    ...(await sayTold(ctx, told, { discreet: false, locale: await findLanguage(ctx, mail.toAddress) })),
    workspaceName: told.workspace.name,
  });
  return {
    ...parts,
    fromName: told.workspace.name,
    fromAddress: null,
    headers: automaticHeaders,
  };
};
