import { commonPasswords } from "./common-passwords.ts";

export type Weakness = "common" | "own";

/** How long a password is at least and at most. */
export const passwordLength = { min: 8, max: 128 } as const;

/** What stands in front of everything here, as a password's word. */
const product = "svar";

/** With fewer characters beside somebody's own words, a password is those words. */
const leastBeside = 5;

/**
 * What makes a password easy to guess: it is among the common ones (ASVS 5.0, 6.2.4), or little more than the words of
 * its owner, such as their name, address or company (6.2.11); null where nothing does. Capitals do not count.
 */
export function weaknessOf(password: string, ownWords: readonly string[]): Weakness | null {
  const lower = password.toLowerCase();
  if (commonPasswords.has(lower)) return "common";
  const rest = [product, ...ownWords.flatMap(wordsIn)]
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ""), lower);
  if (rest === lower) return null;
  return lettersAndDigits(rest).length < leastBeside || commonPasswords.has(rest) ? "own" : null;
}

/** The words of a name or an address: "maja.berg@fjordline.example" has maja, berg, fjordline and example. */
function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
}

const lettersAndDigits = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
