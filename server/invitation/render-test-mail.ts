import { fillInvitation, type InvitationKind } from "#emails/invitation.tsx";
import type { Ctx } from "#server/context.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { previewKey } from "./preview-key.ts";
import { findSources, type MailSource, renderTemplate } from "./render.ts";
import { firstNameOf } from "./rules.ts";

/** The mail that a colleague gets to see what customers will get. Its links lead to a page that records nothing. */
export const renderTestInvitation: MailRenderer = async (ctx, mail) => {
  const { campaignId, locale, name } = mail.payload;
  const source = (await findSources(ctx, [String(campaignId)])).get(String(campaignId));
  if (!source) throw new Error("the campaign is gone");
  const parts = await exampleParts(ctx, source, {
    locale: String(locale),
    name: typeof name === "string" ? name : null,
    kind: "test",
  });
  return {
    ...parts,
    fromName: source.senderName ?? source.companyName,
    fromAddress: null,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" },
  };
};

/** Subject, HTML and text of a campaign's mail whose links lead to the page that records nothing. */
export async function exampleParts(
  ctx: Ctx,
  source: MailSource,
  { locale, name, kind }: { locale: string; name: string | null; kind: InvitationKind },
) {
  const url = `${ctx.site.appUrl}/r/preview/${previewKey(ctx.tokens, { campaignId: source.campaignId, locale: pickLocale(locale, "en") })}`;
  const template = await renderTemplate(source, locale, kind);
  return fillInvitation(template, { firstName: firstNameOf(name), answerUrl: url, optOutUrl: url });
}
