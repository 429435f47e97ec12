import { and, eq } from "drizzle-orm";
import { caseMessages, cases, contacts, responses, surveys, users, workspaces } from "#db/schema/index.ts";
import { renderCaseReplyMail } from "#emails/case-reply.tsx";
import { bytesOfReply } from "#server/attachment/queries.ts";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { textsFor } from "#server/survey/rules.ts";

/**
 * A colleague's reply as an ordinary mail: from the colleague at the workspace's address, answers to the case,
 * in the thread of the mail that asked.
 * @throws when the message is gone.
 */
export const renderReply: MailRenderer = async (ctx, mail) => {
  const [row] = await ctx.db
    .select({
      message: caseMessages,
      number: cases.number,
      cameBy: cases.cameBy,
      language: contacts.locale,
      response: responses,
      texts: surveys.texts,
      tone: surveys.tone,
      workspace: workspaces,
      author: users.name,
    })
    .from(caseMessages)
    .innerJoin(cases, and(eq(cases.workspaceId, caseMessages.workspaceId), eq(cases.id, caseMessages.caseId)))
    .innerJoin(workspaces, eq(workspaces.id, caseMessages.workspaceId))
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .leftJoin(
      responses,
      and(eq(responses.workspaceId, cases.workspaceId), eq(responses.id, cases.responseId)),
    )
    .leftJoin(
      surveys,
      and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)),
    )
    .leftJoin(users, eq(users.id, caseMessages.authorId))
    .where(and(eq(caseMessages.workspaceId, ctx.workspaceId), eq(caseMessages.id, mail.caseMessageId!)));
  if (!row) throw new Error("The reply is not in its case any more.");
  const { message, response, workspace, author } = row;
  const locale = voiceOf(
    pickLocale(response?.locale ?? row.language ?? workspace.locale, "en"),
    row.tone ?? "informal",
  );
  const asked = textsFor({ texts: row.texts ?? {}, companyName: workspace.name, locale });
  // Nothing was asked where the customer came by themselves, and the first mail answers none.
  const noted = row.cameBy ? translator(locale, "mail")("replySubject", { company: workspace.name }) : null;
  const isFirst = message.references.length === 0;
  const parts = await renderCaseReplyMail({
    subject: noted && isFirst ? noted : `Re: ${noted ?? asked.subject}`,
    text: message.text,
    answered: response && { score: response.score, comment: response.comment, at: response.answeredAt },
    timeZone: workspace.timezone,
    locale,
  });
  const address = ctx.tokens.sealForAddress("case-address", {
    workspaceKey: workspace.key,
    number: row.number,
  });
  return {
    ...parts,
    fromName: author ? `${author}, ${workspace.name}` : workspace.name,
    fromAddress: null,
    replyTo: `case+${address}@${ctx.site.mailDomain}`,
    inReplyTo: message.references.at(-1),
    references: message.references,
    bytesOfFiles: await bytesOfReply(ctx, message.id),
  };
};
