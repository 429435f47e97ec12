import { z } from "zod";

export const mostCharacters = 5_000;

/** Control characters, without the line break and the tab that a person types. */
const controls = /[^\P{Cc}\n\t]/gu;

/**
 * An answer as a form sends it. `score` is a whole number 0–10, `comment` at most 5,000 characters, lines
 * ended by \n, without control characters, empty when there is none. The messages name the problem for the
 * answer page.
 */
export const RecordResponse = z.strictObject({
  score: z
    .string("scoreMissing")
    .regex(/^(?:\d|10)$/, "scoreMissing")
    .transform(Number),
  comment: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").replace(controls, "").toWellFormed().trim())
    .pipe(z.string().max(mostCharacters, "commentTooLong")),
});
export type RecordResponse = z.infer<typeof RecordResponse>;

const optionalWords = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || undefined)
    .optional();

/** A day of the workspace's calendar, `YYYY-MM-DD`; of a moment in time the day is taken. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:T.{1,40})?$/, "Write the day as YYYY-MM-DD.")
  .transform((text) => text.slice(0, 10))
  .refine((day) => !Number.isNaN(Date.parse(day)), "There is no such day.");

/** What every figure and list of answers can be narrowed by; the same words stand in the address of a page. `from` and `to` are days, both included. */
export const ResponseFilter = z.object({
  from: Day.optional(),
  to: Day.optional(),
  survey: z.uuid().optional().catch(undefined),
  attribute: optionalWords(200),
  value: optionalWords(1000),
});
export type ResponseFilter = z.infer<typeof ResponseFilter>;

export const ListResponses = ResponseFilter.extend({
  group: z.enum(["detractor", "passive", "promoter"]).optional().catch(undefined),
  commented: z.literal("yes").optional().catch(undefined),
  q: optionalWords(200),
  campaign: z.uuid().optional().catch(undefined),
  cursor: optionalWords(200),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListResponses = z.infer<typeof ListResponses>;

export const GetResponse = z.object({ responseId: z.uuid() });
export type GetResponse = z.infer<typeof GetResponse>;
