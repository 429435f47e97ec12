import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { withoutEmpty } from "#server/invitation/ab-test.ts";
import { refusal } from "#server/refusal.ts";
import { LocaleTexts } from "#server/survey/schema.ts";

const words = (most: number) => z.string().trim().max(most, refusal("tooLong", { most }));

/** Whom a campaign asks: everybody, these addresses, a team, or the contacts whose attribute has this value. */
export const Audience = z.union(
  [
    z.strictObject({ all: z.literal(true) }),
    z.strictObject({
      emails: z
        .array(words(254))
        .min(1, refusal("addressesNone"))
        .max(50_000, refusal("addressesMany", { most: 50_000 })),
    }),
    z.strictObject({ teamId: z.uuid(refusal("chooseTeam")) }),
    z.strictObject({
      attribute: z.strictObject({ name: words(100).min(1, refusal("chooseAttribute")), value: words(1000) }),
    }),
  ],
  { error: refusal("audienceMissing") },
);
export type Audience = z.infer<typeof Audience>;

const hour = z.int(refusal("fullHour")).min(0).max(24);

/** Hours on the contact's clock, or the workspace's, at which mails may leave; ISO weekdays, 1 is Monday. */
export const SendingHours = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1, refusal("weekdayNone")).max(7),
    from: hour,
    to: hour,
  })
  .refine(({ from, to }) => from < to, { path: ["to"], error: refusal("hourAfter") });
export type SendingHours = z.infer<typeof SendingHours>;

const days = refusal("daysBetween", { from: 2, to: 90 });
const interval = refusal("numberBetween", { from: 1, to: 52 });

const eventType = refusal("eventType");
const delay = refusal("hoursBetween", { from: 0, to: 2_160 });

/** What a program calls something that happens to a customer. */
export const EventType = z
  .string(eventType)
  .trim()
  .min(1, eventType)
  .max(100, refusal("tooLong", { most: 100 }))
  .regex(/^[\w.:/-]+$/, refusal("eventSigns"));

/** Once; spread evenly over sending days; again and again, each wave with its own people; or after each event. */
export const Timing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("once") }),
  z.strictObject({ kind: z.literal("drip"), days: z.int(days).min(2, days).max(90, days) }),
  z.strictObject({
    kind: z.literal("recurring"),
    every: z.int(interval).min(1, interval).max(52, interval),
    unit: z.enum(["week", "month"]),
  }),
  z.strictObject({
    kind: z.literal("event"),
    type: EventType,
    delayHours: z.int(delay).min(0, delay).max(2160, delay),
  }),
]);
export type Timing = z.infer<typeof Timing>;

const percent = refusal("percentWhole", { from: 1, to: 99 });
const most = refusal("sampleMost");

/** Of those who may be asked, how many are, drawn at random. */
export const Sampling = z.union([
  z.strictObject({ percent: z.int(percent).min(1, percent).max(99, percent) }),
  z.strictObject({ most: z.int(most).min(1, most).max(10_000_000, most) }),
]);
export type Sampling = z.infer<typeof Sampling>;

const testShare = refusal("percentBetween", { from: 10, to: 100 });
const testHours = refusal("hoursBetween", { from: 4, to: 336 });
const hourOfDay = z.int(refusal("fullHour")).min(0).max(23);

/** Two versions of the mail; version b differs in one thing at least. */
export const AbTest = z
  .strictObject({
    percent: z.int(testShare).min(10, testShare).max(100, testShare),
    hours: z.int(testHours).min(4, testHours).max(336, testHours),
    rule: z.enum(["fixed", "pocock"]),
    b: z.strictObject({
      senderName: words(80).optional(),
      texts: z.partialRecord(z.enum(locales), LocaleTexts.pick({ subject: true, intro: true })).optional(),
    }),
    sendHours: z.strictObject({ a: hourOfDay, b: hourOfDay }).optional(),
  })
  .transform(withoutEmpty);
export type AbTest = z.infer<typeof AbTest>;

/** Contacts of the audience that are not asked in this campaign, and why; no addresses leave nobody out. */
export const LeftOut = z.object({
  emails: z.array(words(254)).max(10_000, refusal("addressesAtMost", { most: 10_000 })),
  why: words(300).default(""),
});
export type LeftOut = z.infer<typeof LeftOut>;

const reminder = refusal("daysBetween", { from: 1, to: 60 });

/** Days after the mail; null reminds nobody. */
const reminderDays = z.int(reminder).min(1, reminder).max(60, reminder).nullable();

const name = words(120).min(1, refusal("campaignName"));
const surveyId = z.uuid(refusal("chooseSurvey"));
const id = z.uuid();

export const CreateCampaign = z.object({
  name,
  surveyId,
  audience: Audience.default({ all: true }),
  reminderDays: reminderDays.optional(),
});
export type CreateCampaign = z.input<typeof CreateCampaign>;

/**
 * What is absent stays as it is, but a `timing` of another kind brings its usual sending hours. `sendAt` without an
 * offset is on the workspace's clock; null sends at once.
 */
export const UpdateDraft = z.object({
  id,
  name: name.optional(),
  surveyId: surveyId.optional(),
  audience: Audience.optional(),
  senderName: words(80).nullish(),
  sendAt: z.iso.datetime({ local: true, offset: true, error: refusal("dateAndTime") }).nullish(),
  sendingHours: SendingHours.nullish(),
  timing: Timing.optional(),
  sampling: Sampling.nullish(),
  reminderDays: reminderDays.optional(),
  abTest: AbTest.nullish(),
  leftOut: LeftOut.nullish(),
  /** Asks as a neutral survey; its texts are checked when it starts. */
  neutral: z.boolean().optional(),
});
export type UpdateDraft = z.infer<typeof UpdateDraft>;

/** `at` as `sendAt` of a draft; null calls the reminder off. */
export const ChangeReminder = z.object({
  id,
  at: z.iso.datetime({ local: true, offset: true, error: refusal("dateAndTime") }).nullable(),
});
export type ChangeReminder = z.infer<typeof ChangeReminder>;

/** `winner` goes to the rest of the people. */
export const EndTest = z.object({ id, winner: z.enum(["a", "b"]) });
export type EndTest = z.infer<typeof EndTest>;

/** `by`: what the people of a campaign are grouped by. */
export const SumLedger = z.object({ id, by: z.enum(["reason", "team", "employee"]).catch("reason") });
export type SumLedger = z.infer<typeof SumLedger>;

export const CampaignId = z.object({ id });
export type CampaignId = z.infer<typeof CampaignId>;

export const SendTest = z.object({
  id,
  to: z.email(refusal("email")).optional(),
  locale: z.string().max(20).optional(),
});
export type SendTest = z.infer<typeof SendTest>;

export const PreviewMail = z.object({
  id,
  locale: z.string().max(20).optional(),
  variant: z.enum(["a", "b"]).default("a"),
});
export type PreviewMail = z.input<typeof PreviewMail>;

const page = {
  cursor: z.uuid().optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).default(25),
};

export const ListCampaigns = z.object(page);
export type ListCampaigns = z.infer<typeof ListCampaigns>;

/** Its cursor is a contact's id and an occasion's, which make a row. */
export const ListExclusions = z.object({
  id,
  reason: z.string().max(40).optional(),
  ...page,
  cursor: z
    .string()
    .regex(/^[\da-f-]{36}_[\da-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type ListExclusions = z.infer<typeof ListExclusions>;

export const ListUndelivered = z.object({ id, ...page });
export type ListUndelivered = z.infer<typeof ListUndelivered>;
