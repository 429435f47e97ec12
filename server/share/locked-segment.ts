import type { z } from "zod";
import { ResponseFilter } from "#server/response/schema.ts";

/** The segment that a link's readers cannot leave. The days they choose, and a group has no score of its own. */
export const LockedSegment = ResponseFilter.omit({ from: true, to: true, group: true });
export type LockedSegment = z.infer<typeof LockedSegment>;

/** A segment in the words that stand in an address, `team=…&where=is.Country.Norway`; empty: every answer. */
export function lockedWords(segment: LockedSegment): string {
  const pairs = Object.entries(LockedSegment.parse(segment)).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

/**
 * The segment that these words stand for, or null when one of them is not understood: a word left out would show
 * more than was meant.
 */
export function readLocked(words: string): LockedSegment | null {
  const sent = new URLSearchParams(words);
  const given = Object.fromEntries([...sent.keys()].map((name) => [name, oneOrAll(sent.getAll(name))]));
  const segment = LockedSegment.parse(given);
  return pairsOf(lockedWords(segment)) === pairsOf(words) ? segment : null;
}

const oneOrAll = (values: string[]) => (values.length > 1 ? values : values[0]);

/** The same for the same words in any order. */
const pairsOf = (words: string) => JSON.stringify([...new URLSearchParams(words)].sort());
