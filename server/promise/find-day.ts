import { dayAfter, weekdayOf } from "#server/working-time/rules.ts";
import type { PromiseWords } from "./languages.ts";

type Found = { at: number; length: number; day: string };

const longestDays = 366;

/**
 * The day ("2026-12-04") that a sentence of a language says, seen from `today`: the first one from `from` on, or else the last
 * one before. Null when it says none, or one that is past or more than a year off.
 */
export function findDay(
  sentence: string,
  language: PromiseWords,
  today: string,
  from: number,
): string | null {
  const found = [
    ...dates(sentence, language, today),
    ...weekdays(sentence, language, today),
    ...near(sentence, language, today),
    ...spans(sentence, language, today),
  ]
    .filter(({ day }) => day >= today && day <= dayAfter(today, longestDays))
    .sort((a, b) => a.at - b.at || b.length - a.length);
  const apart = found.filter(
    (one) => !found.some((other) => other !== one && other.length > one.length && covers(other, one)),
  );
  return (apart.find(({ at }) => at >= from) ?? apart.at(-1))?.day ?? null;
}

const covers = (outer: Found, inner: Found) =>
  outer.at <= inner.at && outer.at + outer.length >= inner.at + inner.length;

/** A word or words of a language, and nothing that they are only a part of. */
export const whole = (source: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu");

function each(sentence: string, source: string, day: (match: RegExpMatchArray) => string | null): Found[] {
  return [...sentence.matchAll(whole(source))].flatMap((match) => {
    const found = day(match);
    return found === null ? [] : [{ at: match.index, length: match[0].length, day: found }];
  });
}

/** 2026-12-04, 4 December, December 4th, 4.12., 4/12; without a year the next time the date comes. */
function dates(sentence: string, { months, figures }: PromiseWords, today: string): Found[] {
  const month = months.map((name) => `(${name})`).join("|");
  const place = (match: RegExpMatchArray, first: number) =>
    months.findIndex((_, at) => match[first + at] !== undefined) + 1;
  const named = "(?:st|nd|rd|th)?";
  return [
    ...each(sentence, "(\\d{4})-(\\d\\d)-(\\d\\d)", ([, year, of, day]) =>
      dateOf(today, day!, Number(of), year),
    ),
    ...each(sentence, `(\\d{1,2})(?:\\.|${named}) ?(?:of )?(?:${month})(?:,? (\\d{4}))?`, (match) =>
      dateOf(today, match[1]!, place(match, 2), match[14]),
    ),
    ...each(sentence, `(?:${month}) (\\d{1,2})${named}(?:,? (\\d{4}))?`, (match) =>
      dateOf(today, match[13]!, place(match, 1), match[14]),
    ),
    ...figures.flatMap((sign) =>
      each(
        sentence,
        sign === "." ? "(?<!kl\\.? )(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?" : "(\\d{1,2})/(\\d{1,2})",
        ([, day, of, year]) => dateOf(today, day!, Number(of), year),
      ),
    ),
  ];
}

function dateOf(today: string, day: string, month: number, year: string | undefined): string | null {
  const two = (value: number) => String(value).padStart(2, "0");
  const thisYear = Number(today.slice(0, 4));
  for (const one of year ? [Number(year)] : [thisYear, thisYear + 1]) {
    const date = `${one}-${two(month)}-${two(Number(day))}`;
    const at = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date) continue;
    if (date >= today || year) return date;
  }
  return null;
}

/** The nearest after today; of the week to come where that is said. */
function weekdays(sentence: string, language: PromiseWords, today: string): Found[] {
  const ofNextWeek = whole(language.nextWeek).test(sentence);
  const now = weekdayOf(today);
  return language.weekdays.flatMap((name, place) =>
    each(sentence, `${language.next ? `(?:(${language.next}) )?` : "()"}${bare(name)}`, ([, next]) =>
      dayAfter(today, ofNextWeek || next ? 7 - now + place : (place - now + 7) % 7 || 7),
    ),
  );
}

const bare = (name: string) => `(?:${name})`;

/** Today and the days after, and weeks, which are over on their Friday. */
function near(sentence: string, language: PromiseWords, today: string): Found[] {
  const on = (source: string, days: number) => each(sentence, source, () => dayAfter(today, days));
  const friday = 4 - weekdayOf(today);
  const named = language.weekdays.some((name) => whole(name).test(sentence));
  return [
    ...on(language.today, 0),
    ...on(language.tomorrow, 1),
    ...on(language.afterTomorrow, 2),
    ...(named ? [] : on(language.nextWeek, 7 + friday)),
    ...(named ? [] : on(language.thisWeek, Math.max(0, friday))),
  ];
}

/** "Within two working days", "in a week", "within 24 hours". */
function spans(sentence: string, language: PromiseWords, today: string): Found[] {
  const { within, numbers } = language;
  const number = `(\\d{1,3}|${numbers.join("|")})`;
  const [before, after] = [
    within.before ? `(?:${within.before}) ` : "",
    within.after ? ` (?:${within.after})` : "",
  ];
  const counted = within.before ? `${number} ` : `(?:${number} )?`;
  const of = (unit: string, day: (count: number) => string) =>
    each(sentence, `${before}${counted}(?:${unit})${after}`, ([, said]) => day(countOf(said, numbers)));
  return [
    ...of(language.hours, (n) => dayAfter(today, Math.ceil(n / 24))),
    ...of(language.days, (n) => dayAfter(today, n)),
    ...of(language.weeks, (n) => dayAfter(today, 7 * n)),
    ...of(language.workingDays, (n) => workingDaysAfter(today, n)),
  ];
}

function countOf(said: string | undefined, numbers: readonly string[]): number {
  if (said === undefined) return 1;
  const place = numbers.findIndex((source) => new RegExp(`^(?:${source})$`, "iu").test(said));
  return place < 0 ? Number(said) : place + 1;
}

/** Monday to Friday; holidays are not looked at, since whoever notes the promise sees the day. */
function workingDaysAfter(today: string, count: number): string {
  let day = today;
  for (let left = Math.min(count, longestDays); left > 0; ) {
    day = dayAfter(day);
    if (weekdayOf(day) < 5) left -= 1;
  }
  return day;
}
