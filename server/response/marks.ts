import { isShort, type Term } from "./terms.ts";

/** A piece of a text, in UTF-16 units: where it begins and where it ends. */
export type Span = readonly [from: number, to: number];

/** Between these the database puts the words that it found; it reads them as blanks, and `svar_plain` some more. */
export const opening = "\ue000";
export const closing = "\ue001";

/**
 * A term as it is looked for in one language: common words ("not") as whole words only, others also as a part of a
 * word, which is their stem where the word begins with it.
 */
export type Sought = Term & { common?: boolean; part?: string };

/**
 * Where `terms` stand in `text`, in order and apart from each other; `found` is the same text with the words that the
 * database found by their stems.
 */
export function marksIn(text: string, terms: readonly Sought[], found: string): Span[] {
  const literal = terms.flatMap((term) => everyMatch(text, patternOf(term)));
  const words = terms.filter(({ phrase }) => !phrase);
  const byStem = spansBetweenSigns(found, text).filter(([from, to]) =>
    words.some((word) => fits(text.slice(from, to), word.text)),
  );
  return merged([...literal, ...byStem]);
}

/** Where `terms` stand in a name, of which a letter may be typed without its accent. */
export function marksInName(name: string, terms: readonly Term[]): Span[] {
  const { folded, places } = foldedWithPlaces(name);
  return merged(
    terms.flatMap((term) => {
      const pattern = patternOf(term);
      if (!isPlain(term.text)) return everyMatch(name, pattern);
      return everyMatch(folded, pattern).map(([from, to]) => [places[from]!, places[to]!] as const);
    }),
  );
}

/** Whether a word has only letters that every keyboard has. */
export const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/**
 * The beginning of a word that is written with ä, ö, ü or ß, as far as these go: German stems lose them, so that
 * "schön" would find "schon". Null for a word without.
 */
export const accentedRoot = (text: string): string | null => /^.*[äöüß]/u.exec(text)?.[0] ?? null;

const fits = (said: string, typed: string): boolean =>
  said.toLowerCase().startsWith(accentedRoot(typed) ?? "") || said.toLowerCase().includes(typed);

function patternOf({ text, phrase, common = false, part = text }: Sought): RegExp {
  const said = phrase
    ? text.split(" ").map(literally).join("[^\\p{L}\\p{N}]+")
    : `(?:${literally(text)}|${literally(part)})`;
  const whole = phrase || common;
  return new RegExp(
    `${whole || isShort(text) ? "(?<![\\p{L}\\p{N}])" : ""}${said}${whole ? "(?![\\p{L}\\p{N}])" : ""}`,
    "giu",
  );
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

const everyMatch = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);

function spansBetweenSigns(found: string, text: string): Span[] {
  const spans: Span[] = [];
  let [plain, from] = ["", 0];
  for (const piece of found.split(/([\ue000\ue001])/u)) {
    if (piece === opening) from = plain.length;
    else if (piece === closing) spans.push([from, plain.length]);
    else plain += piece;
  }
  return plain === text.replace(/[<>/\\\ue000\ue001]/gu, " ") ? spans : [];
}

function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const [from, to] of spans.toSorted((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = apart.at(-1);
    if (from === to) continue;
    if (last && from <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}

/** A name in small letters without accents; `places` says for each of its units where it stands in the name. */
function foldedWithPlaces(name: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const sign of name) {
    for (const unit of foldedLetter(sign).split("")) {
      folded += unit;
      places.push(at);
    }
    at += sign.length;
  }
  return { folded, places: [...places, name.length] };
}

const pairs: Record<string, string> = { æ: "ae", œ: "oe", ß: "ss", ø: "o", ł: "l", đ: "d" };

function foldedLetter(sign: string): string {
  const small = sign.toLowerCase();
  return pairs[small] ?? small.normalize("NFD").replace(/\p{M}/gu, "");
}
