import { and, eq } from "drizzle-orm";
import { caseMessages, cases, contacts, members, users, workspaces } from "#db/schema/index.ts";
import { renderCaseMentionMail } from "#emails/case-mention.tsx";
import type { Ctx } from "#server/context.ts";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { findLanguage } from "#server/workspace/find-language.ts";

/**
 * The mail that tells a colleague of a note with their name in it, in their language.
 * @throws when the note is gone, or the colleague works here no longer.
 */
export const renderMention: MailRenderer = async (ctx, mail) => {
  const [row] = await ctx.db
    .select({ note: caseMessages.text, author: users.name, contact: contacts, workspace: workspaces })
    .from(caseMessages)
    .innerJoin(cases, and(eq(cases.workspaceId, caseMessages.workspaceId), eq(cases.id, caseMessages.caseId)))
    .innerJoin(workspaces, eq(workspaces.id, caseMessages.workspaceId))
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .leftJoin(users, eq(users.id, caseMessages.authorId))
    .where(and(eq(caseMessages.workspaceId, ctx.workspaceId), eq(caseMessages.id, mail.caseMessageId!)));
  if (!row) throw new Error("The note is not in its case any more.");
  await requireMember(ctx, String(mail.payload.userId));
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

async function requireMember(ctx: Ctx, userId: string): Promise<void> {
  const works = await ctx.db.$count(
    members,
    and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId)),
  );
  if (works === 0) throw new Error("Whom the note mentions works here no longer.");
}
