/** Something that is looked for: a word, which may be the part of one, or words that stand side by side. */
export type Term = { text: string; phrase: boolean };

const mostTerms = 8;

/** A quotation by any of the signs that people in six languages write, opened and closed. */
const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;

/**
 * What somebody looks for, in small letters: words by themselves, and phrases in quotation marks. All of them must be
 * found. Signs around a word are none of it; what has neither letter nor digit is no word. At most eight terms.
 */
export function termsOf(q: string): Term[] {
  const text = q
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .normalize("NFC")
    .toLowerCase();
  const phrases = [...text.matchAll(quoted)].map(([, inside]) => wordsIn(inside!).join(" "));
  const terms = [
    ...phrases.filter((one) => one !== "").map((one) => ({ text: one, phrase: true })),
    ...text
      .replace(quoted, " ")
      .split(/\s+/u)
      .map((word) => ({ text: trimmed(word), phrase: false })),
  ].filter((term) => term.text !== "");
  const seen = new Map(terms.map((term) => [`${term.phrase} ${term.text}`, term]));
  return [...seen.values()].slice(0, mostTerms);
}

/** Short words are looked for at the beginning of words only: "ok" is not in "smoke". */
export const isShort = (text: string): boolean => [...text].length < 4;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const trimmed = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
