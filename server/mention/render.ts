import { and, eq } from "drizzle-orm";
import { caseMessages, cases, contacts, users, workspaces } from "#db/schema/index.ts";
import { renderCaseMentionMail } from "#emails/case-mention.tsx";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { isReader } from "#server/team/sees-case.ts";
import { findLanguage } from "#server/workspace/find-language.ts";

/**
 * The mail that tells a colleague of a note with their name in it, in their language.
 * @throws when the note is gone, or the colleague works here no longer or may not see its case.
 */
export const renderMention: MailRenderer = async (ctx, mail) => {
  const [row] = await ctx.db
    .select({
      caseId: cases.id,
      note: caseMessages.text,
      author: users.name,
      contact: contacts,
      workspace: workspaces,
    })
    .from(caseMessages)
    .innerJoin(cases, and(eq(cases.workspaceId, caseMessages.workspaceId), eq(cases.id, caseMessages.caseId)))
    .innerJoin(workspaces, eq(workspaces.id, caseMessages.workspaceId))
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .leftJoin(users, eq(users.id, caseMessages.authorId))
    .where(and(eq(caseMessages.workspaceId, ctx.workspaceId), eq(caseMessages.id, mail.caseMessageId!)));
  if (!row) throw new Error("The note is not in its case any more.");
  if (!(await isReader(ctx, mail.payload.userId, row.caseId)))
    throw new Error("Whom the note mentions works here no longer, or may not see its case.");
  const { note, author, contact, workspace } = row;
  const parts = await renderCaseMentionMail({
    authorName: author ?? workspace.name,
    customerName: contact?.name ?? contact?.email ?? null,
    note,
    workspaceName: workspace.name,
    url: `${ctx.site.appUrl}/${workspace.slug}/cases/${mail.caseId}`,
    locale: await findLanguage(ctx, mail.toAddress),
  });
  return {
    ...parts,
    fromName: workspace.name,
    fromAddress: null,
    headers: automaticHeaders,
  };
};
