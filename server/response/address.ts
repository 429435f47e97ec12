import { ResponseFilter } from "./schema.ts";

/** What stands in the address of a page: a word, or a list of conditions. */
export type Query = Record<string, string | readonly string[] | undefined>;

/** A page's address with `query` but for `changes`; what is undefined or empty leaves the address. */
export function withQuery(path: string, query: Query, changes: Query = {}): string {
  const words = queryText({ ...query, ...changes });
  return words ? `${path}?${words}` : path;
}

/** The words of an address after its question mark; empty without any. */
export function queryText(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}

/** The parts of a view that narrow the answers, as they stand in an address. */
export const filterOf = (view: Partial<ResponseFilter>): Query =>
  Object.fromEntries(ResponseFilter.keyof().options.map((name) => [name, view[name]]));

/** What the words of an address narrow by; those that an address spelled wrongly are left out. */
export function filterIn(words: string): ResponseFilter {
  const sent = new URLSearchParams(words);
  const where = sent.getAll("where");
  return ResponseFilter.parse({ ...Object.fromEntries(sent), where: where.length > 0 ? where : undefined });
}
