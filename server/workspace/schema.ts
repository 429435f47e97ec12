import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { refusal } from "#server/refusal.ts";
import { undoSeconds } from "./choices.ts";
import { isFreeWord, isTimeZone, slugPattern } from "./rules.ts";

const name = z
  .string()
  .trim()
  .min(1, refusal("companyName"))
  .max(100, refusal("tooLong", { most: 100 }));

const slug = z
  .string()
  .trim()
  .regex(slugPattern, refusal("slugForm"))
  .refine(isFreeWord, refusal("slugOurs"));

const timezone = z.string().refine(isTimeZone, refusal("timezone"));
const role = z.enum(["admin", "manager", "agent", "viewer"], refusal("role"));
const email = z
  .string()
  .trim()
  .max(254, refusal("tooLong", { most: 254 }))
  .pipe(z.email(refusal("email")));

const wholeNumber = (from: number, to: number, kind: "daysWhole" | "hoursWhole") => {
  const message = refusal(kind, { from, to });
  return z.coerce.number<string | number>(message).int(message).min(from, message).max(to, message);
};

/** A new workspace. Without a slug one is made from the name. */
export const CreateWorkspace = z.strictObject({ name, slug: slug.optional(), timezone: timezone.optional() });
export type CreateWorkspace = z.infer<typeof CreateWorkspace>;

/** What an administrator sets for the whole workspace. */
export const UpdateSettings = z.object({
  name,
  locale: z.enum(locales, refusal("language")),
  timezone,
  postalAddress: z
    .string()
    .trim()
    .max(300, refusal("tooLong", { most: 300 }))
    .default(""),
  gapAnyDays: wholeNumber(0, 730, "daysWhole"),
  gapTouchpointDays: wholeNumber(0, 730, "daysWhole"),
  gapRelationshipDays: wholeNumber(0, 730, "daysWhole"),
  caseDueHours: wholeNumber(1, 720, "hoursWhole"),
  recoveryDays: wholeNumber(0, 90, "daysWhole"),
  confirmedOnly: z.boolean().default(false),
  asksToQuote: z.boolean().default(false),
});
export type UpdateSettings = z.infer<typeof UpdateSettings>;

const said = refusal("tooLong", { most: 300 });

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
    .min(1, refusal("apiKeyName"))
    .max(60, refusal("tooLong", { most: 60 })),
});
export type CreateApiKey = z.infer<typeof CreateApiKey>;

export const RevokeApiKey = z.object({ id: z.uuid() });
export type RevokeApiKey = z.infer<typeof RevokeApiKey>;

export const ChangeUndo = z.object({
  seconds: z.literal([...undoSeconds], refusal("undoSeconds")),
});
export type ChangeUndo = z.infer<typeof ChangeUndo>;

/** Whether the workspace is open only to people who sign in with a second factor. */
export const DemandSecondFactor = z.object({ demanded: z.boolean() });
export type DemandSecondFactor = z.infer<typeof DemandSecondFactor>;
