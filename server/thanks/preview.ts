import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { renderThankYouMail } from "#emails/thank-you.tsx";
import type { Ctx } from "#server/context.ts";
import { locales } from "#server/i18n/locales.ts";
import { firstNameOf } from "#server/invitation/rules.ts";
import { listTemplatesEver } from "#server/template/queries.ts";
import { composeLetter, inLanguage } from "./rules.ts";
import type { PreviewThanks } from "./schema.ts";

const example = { name: "Maja Berg", company: "Havn", score: "9" };

/**
 * The mail that `thanks` would send in a language to somebody who is made up, or why there is none; and the languages in
 * which the text is not written, or is and the ask is not. Its link to opt out leads to the product's own first page.
 */
export async function previewThanks(ctx: Ctx, { thanks, locale }: PreviewThanks) {
  const templates = await listTemplatesEver(ctx);
  const [workspace] = await ctx.db
    .select({ name: workspaces.name, postalAddress: workspaces.postalAddress })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const { name: companyName, postalAddress } = workspace!;
  const { referral } = thanks;
  const values = { ...example, first_name: firstNameOf(example.name), workspace: companyName };
  const letter = composeLetter(thanks, templates, { language: locale, values });
  const lacking = (templateId: string) =>
    locales.filter((one) => inLanguage(templates, templateId, one) === null);
  const words = lacking(thanks.templateId);
  return {
    mail:
      typeof letter === "string"
        ? { because: letter }
        : {
            fromName: companyName,
            ...(await renderThankYouMail({
              ...letter,
              ...{ companyName, postalAddress, optOutUrl: ctx.site.appUrl },
            })),
          },
    lacking: {
      words,
      ask: referral ? lacking(referral.templateId).filter((one) => !words.includes(one)) : [],
    },
  };
}
