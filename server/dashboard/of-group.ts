import { type Counts, type Group, NO_ANSWERS, total } from "#server/nps/groups.ts";
import type { Part } from "#server/response/count-by.ts";

/** Of parts that were counted whole what one group has of them, most first; the same parts without a group. */
export function ofGroup(group: Group | undefined, parts: readonly Part[]): readonly Part[] {
  if (!group) return parts;
  const only = (counts: Counts): Counts => ({ ...NO_ANSWERS, [`${group}s`]: counts[`${group}s`] });
  const some = (counts: Counts | null) => (counts && total(counts) > 0 ? counts : null);
  return parts
    .map((part) => ({ ...part, counts: only(part.counts), before: some(part.before && only(part.before)) }))
    .filter(({ counts }) => total(counts) > 0)
    .sort((one, other) => total(other.counts) - total(one.counts));
}
