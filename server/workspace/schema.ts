import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { undoSeconds } from "./choices.ts";
import { isFreeWord, isTimeZone, slugPattern } from "./rules.ts";

const name = z
  .string()
  .trim()
  .min(1, "Write the company's name; customers see it as the sender.")
  .max(100, "The name has more than 100 characters. Shorten it.");

const slug = z
  .string()
  .trim()
  .regex(slugPattern, "Use 2 to 40 of the letters a–z, digits and hyphens, such as fjordline-travel.")
  .refine(isFreeWord, "This word is one of ours. Choose another, such as the company's name.");

const timezone = z.string().refine(isTimeZone, "This is no time zone. Choose one such as Europe/Oslo.");
const role = z.enum(["admin", "manager", "agent", "viewer"], "Choose one of the four roles.");
const email = z
  .string()
  .trim()
  .max(254, "This is too long for an e-mail address.")
  .pipe(z.email("This is no e-mail address. Write it like anna@example.com."));

const wholeNumber = (from: number, to: number, what: string) => {
  const message = `Write a whole number of ${what} from ${from} to ${to}.`;
  return z.coerce.number<string | number>(message).int(message).min(from, message).max(to, message);
};

/** A new workspace. Without a slug one is made from the name. */
export const CreateWorkspace = z.strictObject({ name, slug: slug.optional(), timezone: timezone.optional() });
export type CreateWorkspace = z.infer<typeof CreateWorkspace>;

/** What an administrator sets for the whole workspace. */
export const UpdateSettings = z.object({
  name,
  locale: z.enum(locales, "Choose one of the six languages."),
  timezone,
  postalAddress: z
    .string()
    .trim()
    .max(300, "The address has more than 300 characters. Shorten it.")
    .default(""),
  gapAnyDays: wholeNumber(0, 730, "days"),
  gapTouchpointDays: wholeNumber(0, 730, "days"),
  gapRelationshipDays: wholeNumber(0, 730, "days"),
  caseDueHours: wholeNumber(1, 720, "hours"),
  recoveryDays: wholeNumber(0, 90, "days"),
  confirmedOnly: z.boolean().default(false),
  asksToQuote: z.boolean().default(false),
});
export type UpdateSettings = z.infer<typeof UpdateSettings>;

const said = "This text can have 300 characters at most. Shorten it.";

/** What was done because customers said so, by language: on one line of the mail. What is absent or empty is not said. */
export const UpdateYouSaid = z.object({
  youSaid: z.partialRecord(
    z.enum(locales),
    z
      .string()
      .transform((text) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim())
      .pipe(z.string().max(300, said)),
  ),
});
export type UpdateYouSaid = z.infer<typeof UpdateYouSaid>;

export const InviteMember = z.object({ email, role });
export type InviteMember = z.infer<typeof InviteMember>;

export const ChangeRole = z.object({ userId: z.string().min(1), role });
export type ChangeRole = z.infer<typeof ChangeRole>;

export const RemoveMember = z.object({ userId: z.string().min(1) });
export type RemoveMember = z.infer<typeof RemoveMember>;

export const RevokeInvitation = z.object({ id: z.uuid() });
export type RevokeInvitation = z.infer<typeof RevokeInvitation>;

/** The token of a link `/join/<token>`. */
export const InvitationToken = z.object({ token: z.string().max(100) });

export const CreateApiKey = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the key a name that says what uses it.")
    .max(60, "The name has more than 60 characters. Shorten it."),
});
export type CreateApiKey = z.infer<typeof CreateApiKey>;

export const RevokeApiKey = z.object({ id: z.uuid() });
export type RevokeApiKey = z.infer<typeof RevokeApiKey>;

export const ChangeUndo = z.object({
  seconds: z.literal([...undoSeconds], "Choose 0, 5, 10 or 30 seconds."),
});
export type ChangeUndo = z.infer<typeof ChangeUndo>;

/** Whether the workspace is open only to people who sign in with a second factor. */
export const DemandSecondFactor = z.object({ demanded: z.boolean() });
export type DemandSecondFactor = z.infer<typeof DemandSecondFactor>;
