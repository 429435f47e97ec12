import { z } from "zod";
import type { Query } from "#server/response/address.ts";
import { ListResponses } from "#server/response/schema.ts";
import { listOf } from "../../_filter/address.ts";

/** The list of answers as its address has it: what narrows it, its order, and as a table or to be read. */
export const AnswersView = ListResponses.extend({
  view: z.enum(["table", "reading"]).catch("table").default("table"),
});
export type AnswersView = z.infer<typeof AnswersView>;

/** What a view asks of the answers: to be read, they must say something. */
export function askedOf({ view, ...input }: AnswersView): ListResponses {
  return view === "reading" ? { ...input, commented: "yes" } : input;
}

/** A view as it stands in an address; what is usual is left out. */
export function answersQuery({ view, sort, ...input }: Partial<AnswersView>): Query {
  return {
    ...listOf(input),
    sort: sort === "newest" ? undefined : sort,
    view: view === "table" ? undefined : view,
  };
}
