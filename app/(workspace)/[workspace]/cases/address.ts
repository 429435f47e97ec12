import type { CaseSelection } from "#server/case/schema.ts";
import { filterOf, type Query } from "#server/response/address.ts";

/** What narrows the list of cases beside the words searched for, as it stands in an address. */
export const narrowedBy = (input: CaseSelection): Query => ({
  ...filterOf(input),
  reply: input.reply,
  tag: input.tag,
  cause: input.cause,
});

/** A view of the cases and everything that narrows it, as it stands in the address of the list and of each of its cases. */
export const selectionOf = (input: CaseSelection): Query => ({
  view: input.view,
  q: input.q || undefined,
  ...narrowedBy(input),
});
