import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { inVariant } from "#server/invitation/ab-test.ts";
import { findSources } from "#server/invitation/render.ts";
import { exampleParts } from "#server/invitation/render-test-mail.ts";
import type { PreviewMail } from "./schema.ts";

/**
 * A campaign's mail as it will be sent, in a language (default: the workspace's) and a version of
 * its test (default: a): sender, subject, HTML and text.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function previewMail(ctx: Ctx, input: PreviewMail) {
  const campaign = (await findSources(ctx, [input.id])).get(input.id);
  if (!campaign) throw notFound("campaign");
  const source = inVariant(campaign, campaign.abTest, input.variant ?? "a");
  const locale = pickLocale(input.locale, pickLocale(source.workspaceLocale, "en"));
  const parts = await exampleParts(ctx, source, { locale, name: exampleName, kind: "invitation" });
  return { ...parts, locale, fromName: source.senderName ?? source.companyName };
}

const exampleName = "Maja Berg";
