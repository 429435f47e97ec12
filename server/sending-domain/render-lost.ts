import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { renderDomainLostMail } from "#emails/domain-lost.tsx";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { findLanguage } from "#server/workspace/find-language.ts";

/** Tells an administrator that mail does not come from the workspace's own domain any more, in their language. */
export const renderDomainLost: MailRenderer = async (ctx, mail) => {
  const [place] = await ctx.db.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  const parts = await renderDomainLostMail({
    domain: String(mail.payload.domain),
    workspaceName: place!.name,
    url: `${ctx.site.appUrl}/${place!.slug}/settings/sender`,
    locale: await findLanguage(ctx, mail.toAddress),
  });
  return { ...parts, fromName: "Svar", fromAddress: null, headers: { "Auto-Submitted": "auto-generated" } };
};
