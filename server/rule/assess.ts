import { users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { groupOf } from "#server/nps/groups.ts";
import { listRules, type Rule } from "./queries.ts";
import { daysTried, mostTried, recentAnswers } from "./recent-answers.ts";
import { covers, fits } from "./rules.ts";

/** How a rule fares among the answers of the last 90 days. */
export type Fare = {
  /** Answers it decides about, or would if it were on. */
  takes: number;
  /** Answers that fit it, whatever stands above. */
  fits: number;
  /** Those of them that rules above take, by which: the most first. */
  lost: { ruleId: string; name: string; n: number }[];
  /** The rule above that surely takes every answer that fits this one. */
  coveredBy: string | null;
};

/**
 * The rules that stand, in their order, each with how it fares; and how many answers of the last 90 days there were, how
 * many no rule takes, and how many of these are detractors or ask to be contacted. `since` is where looking back
 * ended when there were too many to look at all.
 */
export async function assessRules(ctx: Ctx) {
  const rules = await listRules(ctx);
  const people = await ctx.db.select({ id: users.id, name: users.name }).from(users);
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? null;
  const tallies = rules.map(() => ({ takes: 0, fits: 0, lost: new Map<Rule, number>() }));
  const left = { n: 0, detractors: 0, asked: 0 };
  let answers = 0;
  let since: Date | null = null;
  for await (const { answers: some, more } of recentAnswers(ctx, rules)) {
    for (const answer of some) {
      answers += 1;
      let taker: Rule | null = null;
      for (const [place, rule] of rules.entries()) {
        if (!fits(rule, answer)) continue;
        const tally = tallies[place]!;
        tally.fits += 1;
        if (taker) tally.lost.set(taker, (tally.lost.get(taker) ?? 0) + 1);
        else tally.takes += 1;
        if (rule.onAt) taker ??= rule;
      }
      if (taker) continue;
      left.n += 1;
      if (groupOf(answer.score) === "detractor") left.detractors += 1;
      if (answer.contactBy) left.asked += 1;
    }
    if (more) since = some.at(-1)?.answeredAt ?? null;
  }
  return {
    days: daysTried,
    most: mostTried,
    answers,
    since,
    left,
    rules: rules.map((rule, place) => ({
      ...rule,
      onBy: nameOf(rule.onBy),
      offBy: nameOf(rule.offBy),
      madeBy: nameOf(rule.madeBy),
      fare: fareOf(rules, place, tallies[place]!),
    })),
  };
}

function fareOf(
  rules: readonly Rule[],
  place: number,
  { takes, fits: all, lost }: { takes: number; fits: number; lost: Map<Rule, number> },
): Fare {
  const above = rules.slice(0, place).filter(({ onAt }) => onAt);
  return {
    takes,
    fits: all,
    lost: [...lost]
      .map(([{ id, name }, n]) => ({ ruleId: id, name, n }))
      .sort((one, other) => other.n - one.n),
    coveredBy: above.find((rule) => covers(rule, rules[place]!))?.name ?? null,
  };
}
