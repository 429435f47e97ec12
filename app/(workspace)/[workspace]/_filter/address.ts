import type { DashboardView } from "#server/dashboard/schema.ts";
import { type ListResponses, ResponseFilter } from "#server/response/schema.ts";

/** What stands in the address of a page: a word, or a list of conditions. */
export type Query = Record<string, string | readonly string[] | undefined>;

/** A page's address with `query` but for `changes`; what is undefined or empty leaves the address. */
export function withQuery(path: string, query: Query, changes: Query = {}): string {
  const pairs = Object.entries({ ...query, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one] as [string, string]),
  );
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

/** The parts of a view that narrow the answers, as they stand in an address. */
export const filterOf = (view: Partial<ResponseFilter>): Query =>
  Object.fromEntries(ResponseFilter.keyof().options.map((name) => [name, view[name]]));

/** A dashboard's view as it stands in an address. */
export function viewOf(view: Partial<DashboardView>): Query {
  const { period, by, compare, compareFrom, compareTo, cut } = view;
  return { ...filterOf(view), period, by, compare, compareFrom, compareTo, cut };
}

/** What narrows the list of answers, as it stands in an address. */
export function listOf(input: Partial<ListResponses>): Query {
  return { ...filterOf(input), group: input.group, q: input.q };
}
