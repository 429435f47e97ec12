import type { z } from "zod";
import { filterIn, queryText } from "#server/response/address.ts";
import { ResponseFilter } from "#server/response/schema.ts";

/** The segment that a link's readers cannot leave. The days they choose, and a group has no score of its own. */
export const LockedSegment = ResponseFilter.omit({ from: true, to: true, group: true });
export type LockedSegment = z.infer<typeof LockedSegment>;

/** A segment in the words that stand in an address, `team=…&where=is.Country.Norway`; empty: every answer. */
export const lockedWords = (segment: LockedSegment): string => queryText(LockedSegment.parse(segment));

/**
 * The segment that these words stand for, or null when one of them is not understood: a word left out would show
 * more than was meant.
 */
export function readLocked(words: string): LockedSegment | null {
  const segment = LockedSegment.parse(filterIn(words));
  return inOrder(lockedWords(segment)) === inOrder(words) ? segment : null;
}

/** The same for the same words in any order. */
const inOrder = (words: string) => JSON.stringify([...new URLSearchParams(words)].sort());
