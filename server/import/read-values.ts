/** A score as files have it, "8", "8.0", "8/10", as a whole number 0 to 10, or null. */
export function readScore(text: string): number | null {
  const match = /^(\d{1,2})(?:[.,]0{1,4})?(?:\s*\/\s*10)?$/.exec(text.trim());
  const score = match ? Number(match[1]) : Number.NaN;
  return score >= 0 && score <= 10 ? score : null;
}

export type DateOrder = "day-first" | "month-first";

const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T](\d{1,2}):(\d{2}))?/;
const iso =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?\s?(Z|[+-]\d{2}:?\d{2})?/;
const worded = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+([\p{L}]{3,12})\.?\s+(\d{4})/u;
const americanWorded = /^([\p{L}]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u;

/** How a column writes days and months: month first only when some value cannot be read otherwise and none contradicts. */
export function dateOrderOf(values: Iterable<string>): DateOrder {
  let monthFirst = false;
  for (const value of values) {
    const match = numeric.exec(value.trim());
    if (!match) continue;
    if (Number(match[1]) > 12) return "day-first";
    if (Number(match[2]) > 12) monthFirst = true;
  }
  return monthFirst ? "month-first" : "day-first";
}

/**
 * A date as people and programs write it, as a moment in UTC, or null. A time without a zone and a day
 * without a time (noon) are taken as UTC.
 */
export function readDate(text: string, order: DateOrder): Date | null {
  const value = text.trim();
  const standard = iso.exec(value);
  if (standard) {
    const [, year, month, day, hour, minute, zone] = standard;
    return dateOf(year!, month!, day!, hour, minute, zone);
  }
  const short = numeric.exec(value);
  if (short) {
    const [, first, second, year, hour, minute] = short;
    const [day, month] = order === "day-first" ? [first, second] : [second, first];
    return dateOf(year!, month!, day!, hour, minute);
  }
  const long = worded.exec(value);
  if (long) return dateOf(long[3]!, monthOf(long[2]!), long[1]!);
  const american = americanWorded.exec(value);
  return american ? dateOf(american[3]!, monthOf(american[1]!), american[2]!) : null;
}

function dateOf(
  year: string,
  month: string,
  day: string,
  hour = "12",
  minute = "0",
  zone?: string,
): Date | null {
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)));
  const real =
    at.getUTCFullYear() === Number(year) &&
    at.getUTCMonth() === Number(month) - 1 &&
    at.getUTCDate() === Number(day);
  if (!real || Number(hour) > 23 || Number(minute) > 59) return null;
  return new Date(at.getTime() - offsetMs(zone));
}

function offsetMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}

const months = [
  "jan",
  "feb",
  "mar",
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

function monthOf(word: string): string {
  const start = word.toLowerCase().slice(0, 3);
  return String(months.findIndex((names) => names.split(" ").includes(start)) + 1);
}
