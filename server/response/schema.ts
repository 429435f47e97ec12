import { z } from "zod";
import { mostDrivers } from "#server/driver/choices.ts";
import { DriverId } from "#server/driver/schema.ts";
import { GROUPS } from "#server/nps/groups.ts";
import { refusal } from "#server/refusal.ts";
import { channels } from "./choices.ts";
import { readCondition } from "./conditions.ts";
import { columnNames, mostSelected } from "./rules.ts";

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
  .regex(/^\d{4}-\d\d-\d\d(?:T.{1,40})?$/, refusal("dayLike"))
  .transform((text) => text.slice(0, 10))
  .refine(isDay, refusal("dayNone"));

/** Parts of an address that somebody wrote by hand or cut short are left out, not refused. */
export const optional = <Output>(schema: z.ZodType<Output>) => schema.optional().catch(undefined);
const words = (most: number) => optional(z.string().trim().min(1).max(most));

/** One condition on an attribute as it stands in an address: `is.Country.Denmark`, `not.…`, `contains.…`. */
export const WhereText = z.string().refine((text) => readCondition(text) !== null, refusal("condition"));

/** Those of people who were not asked. */
export const openChannels = ["link", "kiosk"] as const;

/** More conditions than these are left out of a filter. */
export const mostConditions = 10;

/** A list of conditions, or one alone; what is none of them is left out. */
const Where = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().filter((text) => WhereText.safeParse(text).success))
  .transform((texts) => (texts.length > 0 ? [...new Set(texts)].slice(0, mostConditions) : undefined));

/**
 * What every figure and list of answers can be narrowed by; the same words stand in the address of a page. `from`
 * and `to` are days, both included; team, employee, language and attributes are those of the day when the customer
 * was asked.
 */
export const ResponseFilter = z.object({
  from: optional(Day),
  to: optional(Day),
  survey: optional(z.uuid()),
  campaign: optional(z.uuid()),
  touchpoint: words(200),
  team: optional(z.uuid()),
  employee: words(200),
  channel: optional(z.enum(channels)),
  language: words(35),
  group: optional(z.enum(GROUPS)),
  driver: optional(DriverId),
  commented: optional(z.literal("yes")),
  where: optional(Where),
});
export type ResponseFilter = z.infer<typeof ResponseFilter>;

const Score = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0).max(10));

/** What a list of answers can be narrowed by besides: one score, words that are looked for, and whether it may be quoted. */
export const ListFilter = ResponseFilter.extend({
  score: optional(Score),
  q: words(200),
  quotable: optional(z.literal("yes")),
});
export type ListFilter = z.infer<typeof ListFilter>;

/** By when they came in, or by score; within one score the newest is first. */
export const sorts = ["newest", "oldest", "lowest", "highest"] as const;
export type Sort = (typeof sorts)[number];

const Order = z.enum(sorts).catch("newest").default("newest");

/** One page of answers. `cursor` is that of the page before, in the same order. */
export const ListResponses = ListFilter.extend({
  sort: Order,
  cursor: words(200),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
});
export type ListResponses = z.infer<typeof ListResponses>;

/** Of which list the answers are counted that are newer than `after`: the moment of an answer in it, and its id. */
export const CountNewer = ListFilter.extend({
  after: z
    .string()
    .max(80)
    .transform((text, check) => {
      const [moment = "", id = ""] = text.split("_");
      const at = Date.parse(moment);
      if (!Number.isNaN(at) && z.uuid().safeParse(id).success) return { at, id };
      check.addIssue(refusal("seenUpTo"));
      return z.NEVER;
    }),
});
export type CountNewer = z.infer<typeof CountNewer>;

/** A file of answers: the same filter and order, or the answers with these ids. */
export const ExportResponses = ListFilter.extend({
  sort: Order,
  id: z
    .union([z.uuid(), z.array(z.uuid()).max(mostSelected)])
    .transform((given) => [given].flat())
    .optional(),
  delimiter: z.enum([",", ";"]).catch(",").default(","),
  bom: optional(z.literal("1")),
});
export type ExportResponses = z.infer<typeof ExportResponses>;

/** An answer, and words to mark in it. */
export const GetResponse = z.object({ responseId: z.uuid(), q: words(200) });
export type GetResponse = z.infer<typeof GetResponse>;

const Column = z.union([z.enum(columnNames), z.templateLiteral(["attribute:", z.string().min(1).max(110)])]);

export const ChooseColumns = z.object({ columns: z.array(Column).max(40) });
export type ChooseColumns = z.infer<typeof ChooseColumns>;

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
