import type { Ctx } from "#server/context.ts";
import { type Counts, total } from "#server/nps/groups.ts";
import { againstRest } from "#server/nps/segments.ts";
import { countBy } from "#server/response/count-by.ts";
import { type Choices, namesOf } from "#server/response/list-choices.ts";
import type { ResponseFilter } from "#server/response/schema.ts";

/** Fewer mentions than these say nothing of the score yet. STATS.md 2. */
const fewestForAnEffect = 30;

/**
 * The reasons that customers chose, most chosen first: how many of which group, and by how many points the score of
 * those who chose it is above that of the others (null below 30 mentions).
 */
export async function listMentions(
  ctx: Ctx,
  filter: ResponseFilter,
  whole: Counts,
  choices: readonly Choices[],
) {
  if (!choices.some(({ dimension }) => dimension === "driver")) return [];
  const parts = await countBy(ctx, filter, "driver");
  const names = await namesOf(ctx, [{ dimension: "driver", values: parts.map(({ value }) => value) }]);
  return parts.map(({ value, counts }) => {
    const effect = total(counts) >= fewestForAnEffect ? againstRest(counts, whole) : null;
    return { value, name: names.get(`driver ${value}`) ?? value, counts, effect };
  });
}
