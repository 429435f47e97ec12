import { filterOf, queryText } from "#server/response/address.ts";
import type { ResponseFilter } from "#server/response/schema.ts";

/** A filter as a digest keeps it: the words of an address, without days. */
export const filterWords = (filter: ResponseFilter): string =>
  queryText(filterOf({ ...filter, from: undefined, to: undefined }));
