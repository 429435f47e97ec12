import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { isTimeZone } from "#server/workspace/rules.ts";
import { spansIn } from "./hours.ts";
import { minutesOf, type Span } from "./rules.ts";

const id = z.uuid();

/** Whose public holidays are days off: a country's, or a German Land's (ISO 3166-2). */
export const calendars = [
  ...["DK", "SE", "NO", "FI", "DE"],
  ...[
    "DE-BW",
    "DE-BY",
    "DE-BE",
    "DE-BB",
    "DE-HB",
    "DE-HH",
    "DE-HE",
    "DE-MV",
    "DE-NI",
    "DE-NW",
    "DE-RP",
    "DE-SL",
  ],
  ...["DE-SN", "DE-ST", "DE-SH", "DE-TH"],
] as const;
export type Calendar = (typeof calendars)[number];

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

/** The hours of a day as one types them: "8–12, 13–16:30"; nothing when nobody works. */
const hours = z
  .string()
  .max(200, refusal("hoursLong"))
  .transform((text, context): Span[] => {
    const spans = spansIn(text);
    if (spans) return spans;
    context.addIssue({
      code: "custom",
      message: refusal("hoursUnreadable", { text: text.trim() }),
    });
    return z.NEVER;
  });

const days = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };

/** The working time of a team, or of the workspace. Without a time zone it is in the workspace's. */
export const SetWorkingTime = z
  .object({
    teamId: id.nullable(),
    timezone: z
      .string()
      .refine((zone) => zone === "" || isTimeZone(zone), refusal("timezone"))
      .transform((zone) => zone || null),
    calendar: z
      .enum(["", ...calendars], refusal("countryList"))
      .transform((one): Calendar | null => one || null),
    customary: z.boolean().default(false),
    ...days,
    saturday: hours,
    sunday: hours,
  })
  .refine((input) => minutesOf(weekOf(input)) >= 60, {
    path: ["monday"],
    message: refusal("weekEmpty"),
  });
export type SetWorkingTime = z.infer<typeof SetWorkingTime>;

/** The days of what was set, Monday first. */
export const weekOf = (input: Record<Weekday, Span[]>): Span[][] => weekdays.map((day) => input[day]);

/** A team whose own hours end: the workspace's hold for it again. */
export const ResetWorkingTime = z.object({ teamId: id });
export type ResetWorkingTime = z.infer<typeof ResetWorkingTime>;

export const AddClosedDay = z.object({
  teamId: id.nullable(),
  day: z.iso.date(refusal("day")),
  name: z
    .string()
    .trim()
    .min(1, refusal("closedWhy"))
    .max(80, refusal("tooLong", { most: 80 })),
});
export type AddClosedDay = z.infer<typeof AddClosedDay>;

export const RemoveClosedDay = z.object({ closedDayId: id });
export type RemoveClosedDay = z.infer<typeof RemoveClosedDay>;
