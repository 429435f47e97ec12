import type { SegmentFilter } from "./schema.ts";

/** How many segments one person can have before them, own and shared. */
export const mostSegments = 100;

/** Whether two filters let the same answers through as far as their words go; the order of conditions is no matter. */
export const isSameFilter = (one: SegmentFilter, other: SegmentFilter): boolean =>
  spelled(one) === spelled(other);

function spelled(filter: SegmentFilter): string {
  const { from: _, to: __, where, ...words }: SegmentFilter & { from?: string; to?: string } = filter;
  const set = Object.entries(words).filter(([, word]) => word !== undefined);
  return JSON.stringify([set.sort(), [...(where ?? [])].sort()]);
}
