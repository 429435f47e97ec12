import { findDay, whole } from "./find-day.ts";
import { languages } from "./languages.ts";

/** How a promise stands with its day. */
export type Standing = { kind: "ahead" | "overdue"; days: number } | { kind: "today" };

/** How an open promise stands on `today`, both days of the calendar ("2026-12-04"). */
export function standingOf(dueOn: string, today: string): Standing {
  const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
  if (days === 0) return { kind: "today" };
  return days > 0 ? { kind: "ahead", days } : { kind: "overdue", days: -days };
}

/** A sentence that looks like a promise, with its day. */
export type Likely = { text: string; dueOn: string };

const mostFound = 3;

/** A promise's words are kept up to here, in characters. */
export const longestText = 300;

/**
 * The sentences of a text in which somebody takes something upon themselves by a day ("I will call you on Friday"), in any
 * of the product's languages, at most three; seen from `today` ("2026-12-04"). A likeness and no more: a person decides.
 */
export function likelyPromises(text: string, today: string): Likely[] {
  return sentencesOf(text)
    .flatMap((sentence) => {
      const dueOn = promisedDay(sentence, today);
      return dueOn && sentence.length <= longestText ? [{ text: sentence, dueOn }] : [];
    })
    .slice(0, mostFound);
}

/** The day that is named in a text, whether it promises something or not; null for none. */
export function dayNamedIn(text: string, today: string): string | null {
  const ranked = languages.toSorted((a, b) => Number(undertakes(text, b)) - Number(undertakes(text, a)));
  for (const language of ranked) {
    const day = findDay(text, language, today, 0);
    if (day) return day;
  }
  return null;
}

function promisedDay(sentence: string, today: string): string | null {
  if (sentence.endsWith("?") || sentence.startsWith(">")) return null;
  for (const language of languages) {
    const [undertaking] = sentence.matchAll(whole(language.undertakes));
    if (!undertaking || whole(language.denies).test(sentence)) continue;
    const day = findDay(sentence, language, today, undertaking.index);
    if (day) return day;
  }
  return null;
}

const undertakes = (text: string, language: (typeof languages)[number]) =>
  whole(language.undertakes).test(text);

/** A point after one or two digits ends no sentence: it stands in a date. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[!?]|(?<!(?<!\d)\d{1,2})\.)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
