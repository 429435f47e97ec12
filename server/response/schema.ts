import { z } from "zod";
import { DriverId, mostDrivers } from "#server/driver/schema.ts";

export const mostCharacters = 5_000;

/** Digits with what people write between them; extensions too. */
const phone = z
  .string("phoneMissing")
  .trim()
  .regex(/^(?=(?:\D*\d){5})[+(\d][\d \u00a0().,/x-]{3,38}\d$/i, "phoneMissing");

/** How a customer wishes to be contacted; without a way, not. */
export const ContactWish = z.discriminatedUnion("by", [
  z.object({ by: z.literal("none") }),
  z.object({ by: z.literal("email") }),
  z.object({ by: z.literal("phone"), phone }),
]);
export type ContactWish = z.infer<typeof ContactWish>;

/** Control characters, without the line break and the tab that a person types. */
const controls = /[^\P{Cc}\n\t]/gu;

/**
 * An answer as a form sends it. `score` is a whole number 0–10, `comment` at most 5,000 characters, lines
 * ended by \n, without control characters, empty when there is none. Without `drivers` the ones chosen
 * earlier stay, without `contact` an earlier wish to be contacted. The messages name the problem for the answer page.
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
  drivers: z
    .array(z.string())
    .transform((ids) => ids.filter((id) => DriverId.safeParse(id).success).slice(0, mostDrivers))
    .optional(),
  contact: ContactWish.optional(),
});
export type RecordResponse = z.infer<typeof RecordResponse>;

/** A day of the workspace's calendar, `YYYY-MM-DD`; of a moment in time the day is taken. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:T.{1,40})?$/, "Write the day as YYYY-MM-DD.")
  .transform((text) => text.slice(0, 10))
  .refine(isDay, "There is no such day.");

/** Parts of an address that somebody wrote by hand or cut short are left out, not refused. */
const optional = <Output>(schema: z.ZodType<Output>) => schema.optional().catch(undefined);
const words = (most: number) => optional(z.string().trim().min(1).max(most));

/** What every figure and list of answers can be narrowed by; the same words stand in the address of a page. `from` and `to` are days, both included. */
export const ResponseFilter = z.object({
  from: optional(Day),
  to: optional(Day),
  survey: optional(z.uuid()),
  attribute: words(200),
  value: words(1000),
});
export type ResponseFilter = z.infer<typeof ResponseFilter>;

/** One page of answers. `cursor` is that of the page before. */
export const ListResponses = ResponseFilter.extend({
  group: optional(z.enum(["detractor", "passive", "promoter"])),
  commented: optional(z.literal("yes")),
  q: words(200),
  campaign: optional(z.uuid()),
  cursor: words(200),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
});
export type ListResponses = z.infer<typeof ListResponses>;

export const GetResponse = z.object({ responseId: z.uuid() });
export type GetResponse = z.infer<typeof GetResponse>;

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
