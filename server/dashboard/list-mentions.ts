import type { Ctx } from "#server/context.ts";
import { type Counts, total } from "#server/nps/groups.ts";
import { againstRest } from "#server/nps/segments.ts";
import { countByWithBefore } from "#server/response/count-by.ts";
import { type Choices, namesOf } from "#server/response/list-choices.ts";
import type { ResponseFilter } from "#server/response/schema.ts";

/** Fewer mentions than these say nothing of the score yet. STATS.md 2. */
const fewestForAnEffect = 30;

/**
 * The reasons that customers chose, most chosen first: how many of which group, and by how many points the score of
 * those who chose it is above that of the others (null below 30 mentions, and in a view of one group); with how many
 * of which group chose it before, null without any.
 */
export async function listMentions(
  ctx: Ctx,
  {
    filter,
    before,
    whole,
  }: { filter: ResponseFilter; before: Pick<ResponseFilter, "from" | "to"> | null; whole: Counts },
  choices: readonly Choices[],
) {
  if (!choices.some(({ dimension }) => dimension === "driver")) return [];
  const { parts, early } = await countByWithBefore(ctx, filter, before, "driver");
  const names = await namesOf(ctx, [{ dimension: "driver", values: parts.map(({ value }) => value) }]);
  return parts.map(({ value, counts }) => {
    const told = !filter.group && total(counts) >= fewestForAnEffect;
    const effect = told ? againstRest(counts, whole) : null;
    const name = names.get(`driver ${value}`) ?? value;
    return { value, name, counts, effect, before: early.get(value) ?? null };
  });
}
