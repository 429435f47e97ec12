import { tzOffset } from "@date-fns/tz";

/** A score as files have it, "8", "8.0", "8/10", as a whole number 0 to 10, or null. */
export function readScore(text: string): number | null {
  const match = /^(\d{1,2})(?:[.,]0{1,4})?(?:\s*\/\s*10)?$/.exec(text.trim());
  const score = match ? Number(match[1]) : Number.NaN;
  return score >= 0 && score <= 10 ? score : null;
}

export type DateOrder = "day-first" | "month-first";

const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)(?:[ T](\d{1,2}):(\d{2}))?/;
const iso =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?\s?(Z|[+-]\d{2}:?\d{2})?/;
const worded = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+([\p{L}]{3,12})\.?\s+(\d{4})/u;
const americanWorded = /^([\p{L}]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u;

/**
 * How a column writes days and months, or null when none of `values` tells: month first only when some value
 * cannot be read otherwise and none contradicts.
 */
export function dateOrderOf(values: Iterable<string>): DateOrder | null {
  let told: DateOrder | null = null;
  for (const value of values) {
    const match = numeric.exec(value.trim());
    if (match && Number(match[1]) > 12) return "day-first";
    if (match && Number(match[2]) > 12) told = "month-first";
  }
  return told;
}

/**
 * A date as people and programs write it, or null: "2026-05-31T14:02Z", "31.5.2026", "5/31/26 14:02",
 * "31st May 2026", "May 31, 2026". A time that names no zone is `timeZone`'s; a day without a time is its noon.
 */
export function readDate(text: string, order: DateOrder, timeZone: string): Date | null {
  const value = text.trim();
  const standard = iso.exec(value);
  if (standard) {
    const [, year, month, day, hour, minute, zone] = standard;
    return dateOf([year, month, day, hour, minute], zone ?? timeZone);
  }
  const short = numeric.exec(value);
  if (short) {
    const [, first, second, year, hour, minute] = short;
    const [day, month] = order === "day-first" ? [first, second] : [second, first];
    return dateOf([year?.length === 2 ? `20${year}` : year, month, day, hour, minute], timeZone);
  }
  const long = worded.exec(value);
  if (long) return dateOf([long[3], monthOf(long[2]), long[1]], timeZone);
  const american = americanWorded.exec(value);
  return american ? dateOf([american[3], monthOf(american[1]), american[2]], timeZone) : null;
}

type Parts = (string | undefined)[];

function dateOf([year, month, day, hour = "12", minute = "0"]: Parts, zone: string): Date | null {
  const clock = new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)),
  );
  const real =
    clock.getUTCFullYear() === Number(year) &&
    clock.getUTCMonth() === Number(month) - 1 &&
    clock.getUTCDate() === Number(day);
  if (!real || Number(hour) > 23 || Number(minute) > 59) return null;
  return new Date(clock.getTime() - minutesEast(zone, clock) * 60_000);
}

/** How far the clocks of a zone, "Z", "+02:00" or "Europe/Oslo", are ahead of UTC when they show `clock`. */
function minutesEast(zone: string, clock: Date): number {
  const fixed = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (fixed) return (fixed[1] === "-" ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3]));
  if (zone === "Z") return 0;
  const near = tzOffset(zone, clock);
  return tzOffset(zone, new Date(clock.getTime() - near * 60_000));
}

const months = [
  "jan",
  "feb",
  "mar mär mrz",
  "apr",
  "may maj mai",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct okt",
  "nov",
  "dec dez des",
];

function monthOf(word = ""): string {
  const start = word.toLowerCase().slice(0, 3);
  return String(months.findIndex((names) => names.split(" ").includes(start)) + 1);
}
