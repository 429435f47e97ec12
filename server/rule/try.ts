import { and, eq, inArray } from "drizzle-orm";
import { contacts, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { ofAnswer } from "#server/response/joined.ts";
import type { Omission } from "#server/thanks/rules.ts";
import { dayIn } from "#server/working-time/rules.ts";
import { getSettings, listMembers } from "#server/workspace/queries.ts";
import { listRules, type Rule } from "./queries.ts";
import { daysTried, mostTried, type RecentAnswer, recentAnswers } from "./recent-answers.ts";
import { requireThanks } from "./require-thanks.ts";
import { fits, isEmployee } from "./rules.ts";
import type { TryRule } from "./schema.ts";
import { thanksTried } from "./try-thanks.ts";
import { mondaysOf } from "./weeks.ts";

/** The newest of the answers that are shown as examples. */
const mostExamples = 8;

/** What stands against thanking for it; null: nothing, undefined: the rule thanks nobody. */
type Example = RecentAnswer & { unthanked: Omission | null | undefined };

/**
 * What a rule would have done with the answers of the last 90 days at its place among the rules that are on; nothing is
 * written. Of `answers` it `fits` some, of which rules above take those of `lost` and it `takes` the rest. `cases`: how many
 * would have opened, by week and by whose they would be (no names: nobody's); `fresh`: those of them about answers without a
 * case in truth; `had`: answers it takes that have one; `unknown`: those of nobody who could be answered. `thanks`: whom it
 * would thank as things are today, null where it thanks nobody. `since` is where looking back ended when there were too many
 * answers to look at all.
 * @throws INVALID for thanks that must not go out by themselves.
 */
export async function tryRule(ctx: Ctx, input: TryRule) {
  await requireThanks(ctx, input);
  const rules = await listRules(ctx);
  const above = rules
    .slice(
      0,
      Math.max(
        0,
        rules.findIndex(({ id }) => id === input.ruleId),
      ),
    )
    .filter(({ onAt }) => onAt);
  const members = await listMembers(ctx);
  const { timezone, gapAnyDays } = await getSettings(ctx);
  const owner = ownersOf(input, members);
  const outcome = { answers: 0, fits: 0, takes: 0, cases: 0, fresh: 0, had: 0, unknown: 0 };
  const lost = new Map<Rule, number>();
  const owners = new Map<string, { names: string[]; n: number }>();
  const weeks = new Map(mondaysOf(dayIn(timezone, ctx.now), daysTried).map((day) => [day, 0]));
  const newest: Example[] = [];
  const thanks = thanksTried(ctx, input, gapAnyDays);
  let since: Date | null = null;
  for await (const { answers, more } of recentAnswers(ctx, [...above, input])) {
    const taken: RecentAnswer[] = [];
    for (const answer of answers) {
      outcome.answers += 1;
      if (!fits(input, answer)) continue;
      outcome.fits += 1;
      const taker = above.find((rule) => fits(rule, answer));
      if (taker) {
        lost.set(taker, (lost.get(taker) ?? 0) + 1);
        continue;
      }
      outcome.takes += 1;
      taken.push(answer);
      if (answer.hasCase) outcome.had += 1;
      if (!answer.contactId) outcome.unknown += 1;
      if (!input.opens || !answer.contactId) continue;
      outcome.cases += 1;
      if (!answer.hasCase) outcome.fresh += 1;
      const names = owner(answer.employee);
      const key = names.join("\n");
      owners.set(key, { names, n: (owners.get(key)?.n ?? 0) + 1 });
      const [monday] = mondaysOf(dayIn(timezone, answer.answeredAt), 0);
      weeks.set(monday!, (weeks.get(monday!) ?? 0) + 1);
    }
    const unthanked = await thanks.look(taken);
    for (const answer of taken.slice(0, mostExamples - newest.length))
      newest.push({ ...answer, unthanked: unthanked.get(answer.id) });
    if (more) since = answers.at(-1)?.answeredAt ?? null;
  }
  return {
    days: daysTried,
    most: mostTried,
    since,
    ...outcome,
    thanks: thanks.sums(),
    lost: [...lost].map(([{ name }, n]) => ({ name, n })).sort((one, other) => other.n - one.n),
    owners: [...owners.values()].sort((one, other) => other.n - one.n),
    weeks: [...weeks].map(([monday, n]) => ({ monday, n })),
    examples: await examplesOf(ctx, newest),
    timezone,
  };
}

/** Whose a case would be, by the employee on its answer: one name, those who share, or none. Absence is not foreseen. */
function ownersOf(
  { known, people }: Pick<TryRule, "known" | "people">,
  members: Awaited<ReturnType<typeof listMembers>>,
): (employee: string | null) => string[] {
  const sharing = members.filter(({ userId }) => people.includes(userId)).map(({ name }) => name);
  const asked = new Map<string | null, string[]>();
  return (employee) => {
    const before = asked.get(employee);
    if (before) return before;
    const colleague = known && employee ? members.find((one) => isEmployee(employee, one)) : undefined;
    const names = colleague ? [colleague.name] : sharing;
    asked.set(employee, names);
    return names;
  };
}

async function examplesOf(ctx: Ctx, answers: readonly Example[]) {
  if (answers.length === 0) return [];
  const rows = await ctx.db
    .select({
      id: responses.id,
      score: responses.score,
      comment: responses.comment,
      locale: responses.locale,
      answeredAt: responses.answeredAt,
      name: contacts.name,
    })
    .from(responses)
    .leftJoin(contacts, ofAnswer("contacts"))
    .where(
      and(
        eq(responses.workspaceId, ctx.workspaceId),
        inArray(
          responses.id,
          answers.map(({ id }) => id),
        ),
      ),
    );
  return answers.flatMap(({ id, hasCase, unthanked }) => {
    const row = rows.find((one) => one.id === id);
    return row ? [{ ...row, hasCase, unthanked }] : [];
  });
}
