import { z } from "@hono/zod-openapi";
import { Problem } from "./problem.ts";

/** How a customer asked to be contacted; null when not. */
export const ContactWishShape = z
  .object({ by: z.enum(["email", "phone"]), phone: z.string().nullable() })
  .nullable()
  .openapi({ description: "How the customer asked to be contacted; null unless they did." });

/** The wish of an answer, as the API gives it. */
export function asContactWish(answer: { contactBy: "email" | "phone" | null; contactPhone: string | null }) {
  return answer.contactBy && { by: answer.contactBy, phone: answer.contactPhone };
}

/** The one-tap reasons that were chosen. */
export const DriversShape = z
  .array(z.object({ id: z.string(), label: z.string() }))
  .openapi({ description: "The reasons the customer chose, labelled in the workspace’s language." });

export const Id = z.uuid().openapi({ example: "019abf3e-5f0a-7cc1-9f6b-6f6f2d1f7a10" });
export const Moment = z.iso.datetime().openapi({ example: "2026-11-23T09:00:00.000Z" });

/** The path of one thing. */
export const Path = z.object({ id: Id });

/** An empty query parameter is an absent one. */
export const absentWhenEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const limitReason = "Write a whole number from 1 to 200.";

/** How lists are turned over: `next` of one page is `cursor` of the following. */
export const Paging = {
  limit: absentWhenEmpty(
    z.coerce.number(limitReason).int(limitReason).min(1, limitReason).max(200, limitReason),
  ),
  cursor: absentWhenEmpty(z.string().max(300)),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    next: z.string().nullable().openapi({ description: "The next page's cursor; null on the last page." }),
  });

/** An answer of a route, for its description. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { "application/json": { schema } },
  description,
});

/** A body that a route needs. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { "application/json": { schema } },
  required: true,
});

const problemAnswer = (description: string) => ({
  content: { "application/problem+json": { schema: Problem } },
  description,
});

/** The refusals every route can give. */
export const refusals = {
  401: problemAnswer("No valid API key."),
  422: problemAnswer("Something in the request is not valid; `invalid_params` names it."),
};

/** The refusal of a route about one thing. */
export const unknownThing = { 404: problemAnswer("There is no such thing in this workspace.") };

/** The refusal of a route that changes a state. */
export const conflict = { 409: problemAnswer("Its state does not allow this.") };

/** The refusal of a route that adds to what has a limit. */
export const full = { 429: problemAnswer("There are as many as there may be.") };

export const security = [{ key: [] }];
