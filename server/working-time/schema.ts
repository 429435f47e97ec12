import { z } from "zod";
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
  .max(200, "These are too many hours for a day. Write them like 8–12, 13–16:30.")
  .transform((text, context): Span[] => {
    const spans = spansIn(text);
    if (spans) return spans;
    context.addIssue({
      code: "custom",
      message: `Svar cannot read “${text.trim()}”. Write from–to, such as 8–16 or 8–12, 13–16:30, in order; leave the day empty when nobody works.`,
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
      .refine(
        (zone) => zone === "" || isTimeZone(zone),
        "This is no time zone. Choose one such as Europe/Oslo.",
      )
      .transform((zone) => zone || null),
    calendar: z
      .enum(["", ...calendars], "Choose a country from the list.")
      .transform((one): Calendar | null => one || null),
    customary: z.boolean().default(false),
    ...days,
    saturday: hours,
    sunday: hours,
  })
  .refine((input) => minutesOf(weekOf(input)) >= 60, {
    path: ["monday"],
    message: "Write the hours of the week, one hour at least: without any, nothing would ever be due.",
  });
export type SetWorkingTime = z.infer<typeof SetWorkingTime>;

/** The days of what was set, Monday first. */
export const weekOf = (input: Record<Weekday, Span[]>): Span[][] => weekdays.map((day) => input[day]);

/** A team whose own hours end: the workspace's hold for it again. */
export const ResetWorkingTime = z.object({ teamId: id });
export type ResetWorkingTime = z.infer<typeof ResetWorkingTime>;

export const AddClosedDay = z.object({
  teamId: id.nullable(),
  day: z.iso.date("Choose the day."),
  name: z
    .string()
    .trim()
    .min(1, "Write why it is closed, such as Company day.")
    .max(80, "Keep it under 80 characters."),
});
export type AddClosedDay = z.infer<typeof AddClosedDay>;

export const RemoveClosedDay = z.object({ closedDayId: id });
export type RemoveClosedDay = z.infer<typeof RemoveClosedDay>;
