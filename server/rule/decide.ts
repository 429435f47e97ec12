import type { Ctx } from "#server/context.ts";
import { type Rule, rulesThatDecide } from "./queries.ts";
import { readFacts } from "./read-facts.ts";
import { firstThatFits } from "./rules.ts";

/**
 * The rule that decides about an answer as it stands now: the first that is on and fits it; null when none does.
 * @param known the rules that are on, where they were read for several answers
 */
export async function findDecidingRule(
  ctx: Ctx,
  responseId: string,
  known?: readonly Rule[],
): Promise<Rule | null> {
  const rules = known ?? (await rulesThatDecide(ctx));
  const facts = await readFacts(ctx, responseId, rules);
  return facts && firstThatFits(rules, facts);
}
