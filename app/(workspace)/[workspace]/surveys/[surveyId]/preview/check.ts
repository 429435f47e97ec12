import { driverTexts } from "#server/driver/rules.ts";
import type { Driver } from "#server/driver/schema.ts";
import { checkNeutral } from "#server/legal/check-neutral.ts";
import { leadingWords, missingWords } from "#server/survey/check-words.ts";
import { ownTexts, type StoredTexts } from "#server/survey/rules.ts";
import { lowestContrast } from "./contrast.ts";

/** What was looked at, whether it is well, and what there is to say about it. */
export type Check =
  | { id: "links"; good: boolean; n: number }
  | { id: "size"; good: boolean; kilobytes: number }
  | { id: "contrast"; good: boolean; lowest: number }
  | { id: "subject"; good: boolean; characters: number }
  | { id: "languages"; good: boolean; missing: { locale: string; fields: string[] }[] }
  | { id: "leading" | "neutral"; good: boolean; places: Place[] };
export type Place = { field: string; locale: string | null; found: string };

/** Gmail cuts a mail at about 102 kB; ours stay far below (UX.md 7). */
const mostBytes = 60_000;
/** WCAG 2.2, 1.4.3, level AA. */
const leastContrast = 4.5;
/** What phones show of a subject. */
const mostCharacters = 60;

/** Looks at a mail and at the words of its survey in all languages, as they stand in the editor. */
export function checkSurvey(
  mail: { html: string; subject: string },
  words: { texts: StoredTexts; drivers: Driver[] },
): Check[] {
  const own = ownTexts(words.texts);
  const said = [...own, ...driverTexts(words.drivers)];
  const links = new Set([...mail.html.matchAll(/href="([^"]*\/(?:10|\d))"/g)].map(([, href]) => href));
  const bytes = Buffer.byteLength(mail.html);
  const lowest = Math.min(lowestContrast(mail.html, "light"), lowestContrast(mail.html, "dark"));
  const characters = [...mail.subject].length;
  const missing = missingWords(own);
  const [leading, neutral] = [leadingWords(said), checkNeutral(said)];
  return [
    { id: "links", good: links.size === 11, n: links.size },
    { id: "size", good: bytes < mostBytes, kilobytes: Math.ceil(bytes / 1000) },
    { id: "contrast", good: lowest >= leastContrast, lowest: Math.floor(lowest * 10) / 10 },
    { id: "subject", good: characters <= mostCharacters, characters },
    { id: "languages", good: missing.length === 0, missing },
    { id: "leading", good: leading.length === 0, places: leading },
    { id: "neutral", good: neutral.length === 0, places: neutral },
  ];
}
