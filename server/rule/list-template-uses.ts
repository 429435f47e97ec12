import type { Ctx } from "#server/context.ts";
import { listTemplatesEver } from "#server/template/queries.ts";
import { sameNamed } from "#server/template/rules.ts";
import { listRules, type Rule } from "./queries.ts";

/** A text that rules use, with their names: those that send it by themselves, and those that suggest it for a reply. */
export type TemplateUse = { id: string; sentBy: string[]; suggestedBy: string[] };

/**
 * The texts that are offered and that rules of this workspace use, whether they are on or not. What a rule sends, it sends
 * in every language that there is one of that name in.
 */
export async function listTemplateUses(ctx: Ctx): Promise<TemplateUse[]> {
  const templates = await listTemplatesEver(ctx);
  const rules = await listRules(ctx);
  const sends = ({ actions: { thanks } }: Rule, id: string) =>
    [thanks?.templateId, thanks?.referral?.templateId].some(
      (named) => named && sameNamed(templates, named).some((text) => text.id === id),
    );
  return templates
    .filter(({ ended }) => !ended)
    .map(({ id }) => ({
      id,
      sentBy: rules.filter((rule) => sends(rule, id)).map(({ name }) => name),
      suggestedBy: rules.filter(({ actions }) => actions.templateId === id).map(({ name }) => name),
    }))
    .filter(({ sentBy, suggestedBy }) => sentBy.length + suggestedBy.length > 0);
}
