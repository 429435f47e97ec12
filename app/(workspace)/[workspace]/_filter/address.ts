import type { DashboardView } from "#server/dashboard/schema.ts";
import { filterOf, type Query } from "#server/response/address.ts";
import type { ListResponses } from "#server/response/schema.ts";
import { SegmentFilter } from "#server/segment/schema.ts";

/** The changes that take everything away that narrows a page, but for its days. */
export const unfiltered: Query = Object.fromEntries(
  SegmentFilter.keyof().options.map((name) => [name, undefined]),
);

/** A dashboard's view as it stands in an address. */
export function viewOf(view: Partial<DashboardView>): Query {
  const { period, by, compare, compareFrom, compareTo, cut } = view;
  return { ...filterOf(view), period, by, compare, compareFrom, compareTo, cut };
}

/** What narrows the list of answers, as it stands in an address. */
export function listOf(input: Partial<ListResponses>): Query {
  const score = input.score === undefined ? undefined : String(input.score);
  return { ...filterOf(input), score, q: input.q, quotable: input.quotable };
}
