import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { refusal } from "#server/refusal.ts";
import { filterIn, filterOf, queryText } from "#server/response/address.ts";

const rhythms = ["daily", "weekly", "monthly"] as const;

const wholeNumber = (from: number, to: number, message: string) =>
  z.coerce.number<string | number>(message).int(message).min(from, message).max(to, message);

const timing = {
  rhythm: z.enum(rhythms, refusal("digestRhythm")),
  weekday: wholeNumber(1, 7, refusal("weekday")).nullable().default(null),
  hour: wholeNumber(0, 23, refusal("hourOfDay")).default(8),
};

/**
 * The words of an address that narrow the answers, but for days: those come with every mail. Kept in one spelling;
 * what an address spelled wrongly is left out.
 */
const filter = z
  .string()
  .max(4_000, refusal("digestFilterLong"))
  .default("")
  .transform((words) => queryText(filterOf({ ...filterIn(words), from: undefined, to: undefined })));

const content = { ...timing, filter, locale: z.enum(locales, refusal("language")) };

const weekdayOfWeekly = ({ rhythm, weekday }: { rhythm: string; weekday: number | null }) =>
  rhythm !== "weekly" || weekday !== null;
const weekdayMissing = { path: ["weekday"], message: refusal("digestWeekday") };

/** A weekday is kept of a weekly one only. */
const tidied = <Given extends { rhythm: string; weekday: number | null }>(given: Given): Given => ({
  ...given,
  weekday: given.rhythm === "weekly" ? given.weekday : null,
});

/** A new digest, for oneself or, with `userId`, for a colleague. */
export const CreateDigest = z
  .object({ ...content, userId: z.string().min(1).optional() })
  .refine(weekdayOfWeekly, weekdayMissing)
  .transform(tidied);
export type CreateDigest = z.infer<typeof CreateDigest>;

export const ChangeDigest = z
  .object({ ...content, digestId: z.uuid() })
  .refine(weekdayOfWeekly, weekdayMissing)
  .transform(tidied);
export type ChangeDigest = z.infer<typeof ChangeDigest>;

export const DigestId = z.object({ digestId: z.uuid() });
export type DigestId = z.infer<typeof DigestId>;

/** What the outbox keeps of a digest's mail: whose it is and its days, nothing of what it says. */
export const DigestPayload = z.object({
  digestId: z.uuid(),
  from: z.string(),
  to: z.string(),
  /** Whose copy it is that was asked for by hand; null: the one that comes by itself. */
  testFor: z.string().nullable(),
});
