import { type Counts, total } from "#server/nps/groups.ts";
import { againstRest } from "#server/nps/segments.ts";
import type { Part } from "#server/response/count-by.ts";

/** Fewer mentions than these say nothing of the score yet. STATS.md 2. */
const fewestForAnEffect = 30;

/**
 * The reasons that customers chose (`parts`), most chosen first: how many of which group, and by how many points the
 * score of those who chose it is above that of the others (null below 30 mentions, and without the `whole`, in a view
 * of one group); with how many of which group chose it before, null without any.
 */
export function listMentions(parts: readonly Part[], whole: Counts | null) {
  return parts.map(({ value, name, counts, before }) => {
    const told = whole && total(counts) >= fewestForAnEffect;
    return { value, name: name ?? value, counts, effect: told ? againstRest(counts, whole) : null, before };
  });
}
