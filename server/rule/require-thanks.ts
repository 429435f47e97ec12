import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { listTemplatesEver } from "#server/template/queries.ts";
import { reviewSiteIn } from "#server/template/review-sites.ts";
import { sameNamed, unfilledIn } from "#server/template/rules.ts";
import { spares } from "./rules.ts";
import type { TryRule } from "./schema.ts";

/**
 * Refuses thanks that must not go out by themselves: to somebody who is unhappy or asks to be contacted, for they get a
 * person; that say who writes, for nobody does; and that lead to a review site, for a rule that opens no case is never
 * asked about everybody alike (docs/decisions/0045).
 * @throws INVALID naming the field.
 */
export async function requireThanks(
  ctx: Ctx,
  { opens, thanks, conditions }: Pick<TryRule, "opens" | "thanks" | "conditions">,
): Promise<void> {
  if (opens || !thanks) return;
  if (!spares(conditions)) throw invalid("opens", refusal("thanksDetractor"));
  const wish = conditions.find((one) => one.kind === "wish");
  if (!wish?.any.every((one) => one === "none")) throw invalid("opens", refusal("thanksWish"));
  await requireText(ctx, thanks.templateId, "thanks.templateId");
  if (!thanks.referral) return;
  await requireText(ctx, thanks.referral.templateId, "thanks.referral.templateId");
  requireNoReviews(thanks.referral.link, "thanks.referral.link");
}

/** All that is written under the name of a template, in whatever language. */
async function requireText(ctx: Ctx, templateId: string, field: string): Promise<void> {
  const texts = sameNamed(await listTemplatesEver(ctx), templateId);
  if (texts.length === 0) throw invalid(field, refusal("templateGone"));
  for (const { text } of texts) {
    const ofAgents = unfilledIn(text).find((written) => /agent_/.test(written));
    if (ofAgents) throw invalid(field, refusal("thanksAgent", { written: ofAgents }));
    requireNoReviews(text, field);
  }
}

function requireNoReviews(text: string, field: string): void {
  const site = reviewSiteIn(text);
  if (site) throw invalid(field, refusal("thanksSite", { site }));
}
