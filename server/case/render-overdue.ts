import { and, eq } from "drizzle-orm";
import { cases, contacts, responses, users, workspaces } from "#db/schema/index.ts";
import { renderCaseOverdueMail } from "#emails/case-overdue.tsx";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { findLanguage } from "#server/workspace/find-language.ts";
import { notificationAddress } from "./find-notification.ts";
import { firstWords } from "./first-words.ts";
import { clockOf, isOwed } from "./rules.ts";

/**
 * The mail that tells a lead of an overdue answer, in their language.
 * @throws when the answer is there, or not owed any more, before the mail left.
 */
export const renderOverdue: MailRenderer = async (ctx, mail) => {
  const [row] = await ctx.db
    .select({
      one: cases,
      comment: responses.comment,
      customer: { name: contacts.name, email: contacts.email },
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
  const stillDue = row?.one.dueAt.toISOString() === mail.payload.dueAt;
  if (!row || !stillDue || !isOwed(clockOf(row.one, ctx.now))) {
    throw new Error("The customer has an answer by now.");
  }
  const { one, workspace } = row;
  const parts = await renderCaseOverdueMail({
    customerName: row.customer?.name ?? row.customer?.email ?? null,
    comment: row.comment ?? (await firstWords(ctx, one.id)),
    dueAt: one.dueAt,
    assigneeName: row.assignee,
    timeZone: workspace.timezone,
    workspaceName: workspace.name,
    mayReply: Boolean(row.customer?.email),
    url: `${ctx.site.appUrl}/${workspace.slug}/cases/${one.id}`,
    locale: await findLanguage(ctx, mail.toAddress),
  });
  return {
    ...parts,
    fromName: workspace.name,
    fromAddress: null,
    ...(row.customer?.email ? { replyTo: notificationAddress(ctx, workspace.key, mail.number) } : {}),
    headers: automaticHeaders,
  };
};
