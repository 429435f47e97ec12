import { and, desc, eq } from "drizzle-orm";
import {
  caseMessages,
  cases,
  contacts,
  recoveryAnswers,
  responses,
  users,
  workspaces,
} from "#db/schema/index.ts";
import { renderCaseAlertMail } from "#emails/case-alert.tsx";
import type { Ctx } from "#server/context.ts";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { wishOf } from "#server/response/rules.ts";
import { isReader } from "#server/team/sees-case.ts";
import { findLanguage } from "#server/workspace/find-language.ts";
import { notificationAddress, readerOf } from "./find-notification.ts";
import { firstWords } from "./first-words.ts";
import { renderOverdue } from "./render-overdue.ts";

/**
 * The mail that tells a colleague a case is theirs, or that its customer wrote, or somebody who stands in for them, or a lead
 * that a rule opened it or that its answer is overdue, in their language.
 * @throws when the case was given to somebody else, or its reader may not see it any more, before the mail left.
 */
export const renderAlert: MailRenderer = async (ctx, mail) => {
  if (!(await isReader(ctx, readerOf(mail), mail.caseId!)))
    throw new Error("Who is told may not see the case by now.");
  if (mail.payload.leadId) return renderOverdue(ctx, mail);
  const [row] = await ctx.db
    .select({
      one: cases,
      response: responses,
      contact: contacts,
      workspace: workspaces,
      assignee: users.name,
    })
    .from(cases)
    .innerJoin(workspaces, eq(workspaces.id, cases.workspaceId))
    .leftJoin(users, eq(users.id, cases.assigneeId))
    .leftJoin(
      responses,
      and(eq(responses.workspaceId, cases.workspaceId), eq(responses.id, cases.responseId)),
    )
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, mail.caseId!)));
  const { rule } = mail.payload;
  const toldBy = typeof rule === "string" ? rule : null;
  if (!row || (toldBy === null && row.one.assigneeId !== mail.payload.assigneeId)) {
    throw new Error("The case belongs to somebody else by now.");
  }
  const { one, response, contact, workspace } = row;
  const { checkId, messageId } = mail.payload;
  const wrote = typeof messageId === "string" ? await wordsOf(ctx, messageId) : null;
  const recovery = typeof checkId === "string" ? await lastAnswer(ctx, checkId) : null;
  const parts = await renderCaseAlertMail({
    assigneeName: row.assignee,
    covered: typeof mail.payload.coverId === "string",
    toldBy,
    customerName: contact?.name ?? contact?.email ?? null,
    score: response?.score ?? null,
    noted: one.cameBy !== null,
    recovery: recovery?.answer ?? null,
    comment: recovery ? recovery.comment : (wrote ?? response?.comment ?? (await firstWords(ctx, one.id))),
    wrote: wrote !== null,
    mayReply: Boolean(contact?.email),
    contact: response && wrote === null ? wishOf(response) : { by: "none" },
    dueAt: one.firstReplyAt && !one.firstDueAt ? null : one.dueAt,
    timeZone: workspace.timezone,
    workspaceName: workspace.name,
    url: `${ctx.site.appUrl}/${workspace.slug}/cases/${one.id}`,
    locale: await findLanguage(ctx, mail.toAddress),
  });
  return {
    ...parts,
    fromName: workspace.name,
    fromAddress: null,
    ...(contact?.email ? { replyTo: notificationAddress(ctx, workspace.key, mail.number) } : {}),
    headers: automaticHeaders,
  };
};

/** What the customer says by now to whether it is solved. */
export async function lastAnswer(ctx: Ctx, checkId: string) {
  const [last] = await ctx.db
    .select({ answer: recoveryAnswers.answer, comment: recoveryAnswers.comment })
    .from(recoveryAnswers)
    .where(and(eq(recoveryAnswers.workspaceId, ctx.workspaceId), eq(recoveryAnswers.checkId, checkId)))
    .orderBy(desc(recoveryAnswers.version))
    .limit(1);
  return last ?? null;
}

/** @throws when the customer's mail is gone. */
async function wordsOf(ctx: Ctx, messageId: string): Promise<string> {
  const [message] = await ctx.db
    .select({ text: caseMessages.text })
    .from(caseMessages)
    .where(and(eq(caseMessages.workspaceId, ctx.workspaceId), eq(caseMessages.id, messageId)));
  if (!message) throw new Error("The customer's mail is not in its case any more.");
  return message.text;
}
