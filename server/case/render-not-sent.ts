import { and, eq } from "drizzle-orm";
import { cases, contacts, workspaces } from "#db/schema/index.ts";
import { renderReplyNotSentMail } from "#emails/reply-not-sent.tsx";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { isReader } from "#server/team/sees-case.ts";
import { findLanguage } from "#server/workspace/find-language.ts";
import type { NotSent } from "./rules.ts";

/**
 * The mail that tells a colleague why a reply from their own mail program was not sent, in their language; without the
 * customer's name for one who may not see the case any more.
 * @throws when the case is gone.
 */
export const renderNotSent: MailRenderer = async (ctx, mail) => {
  const [row] = await ctx.db
    .select({ contact: { name: contacts.name, email: contacts.email }, workspace: workspaces })
    .from(cases)
    .innerJoin(workspaces, eq(workspaces.id, cases.workspaceId))
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, mail.caseId!)));
  if (!row) throw new Error("The case is gone.");
  const { contact, workspace } = row;
  const seen = await isReader(ctx, mail.payload.userId, mail.caseId!);
  const parts = await renderReplyNotSentMail({
    customerName: seen ? (contact?.name ?? contact?.email ?? null) : null,
    because: mail.payload.because as NotSent,
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
