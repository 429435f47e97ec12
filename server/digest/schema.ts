import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { filterIn, filterOf, queryText } from "#server/response/address.ts";

const rhythms = ["daily", "weekly", "monthly"] as const;

const wholeNumber = (from: number, to: number, message: string) =>
  z.coerce.number<string | number>(message).int(message).min(from, message).max(to, message);

const timing = {
  rhythm: z.enum(rhythms, "Choose how often it comes: on weekdays, every week or every month."),
  weekday: wholeNumber(1, 7, "Choose a day of the week.").nullable().default(null),
  hour: wholeNumber(0, 23, "Choose a full hour from 0 to 23.").default(8),
};

/**
 * The words of an address that narrow the answers, but for days: those come with every mail. Kept in one spelling;
 * what an address spelled wrongly is left out.
 */
const filter = z
  .string()
  .max(4_000, "This filter is too long for a digest. Take something away.")
  .default("")
  .transform((words) => queryText(filterOf({ ...filterIn(words), from: undefined, to: undefined })));

const content = { ...timing, filter, locale: z.enum(locales, "Choose one of the six languages.") };

const weekdayOfWeekly = ({ rhythm, weekday }: { rhythm: string; weekday: number | null }) =>
  rhythm !== "weekly" || weekday !== null;
const weekdayMissing = { path: ["weekday"], message: "Choose the day of the week on which it comes." };

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
