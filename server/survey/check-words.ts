import { type Locale, locales } from "#server/i18n/locales.ts";
import type { OwnText } from "./rules.ts";

/** A text that leads the answer, with the words that do. */
export type Leading = { field: string; locale: string | null; found: string };

/**
 * Asking for a certain number, praising oneself, reminding of a debt: what makes scores a mirror of the question
 * (PRODUCT.md, principle of a neutral question). In the six languages.
 */
const leading = new RegExp(
  `(?<!\\p{L})(?:${[
    "give us (?:a |an )?(?:9|10|nine|ten)|(?:top|highest|best|full|perfect) (?:score|marks?|rating)|(?:five|5) stars?|we(?:'|’)d love (?:a|your) (?:9|10|ten|positive)|(?:fantastic|amazing|excellent|outstanding|wonderful|great) (?:service|experience|product|team|support)|(?:loyal|valued) customer|means the world|hope you (?:loved|enjoyed)",
    "ge oss (?:en |ett )?(?:9|10|nia|tia)|högsta (?:betyg|poäng)|toppbetyg|fem stjärnor|(?:fantastisk|utmärkt|enastående)\\p{L}* (?:service|upplevelse|produkt|team)\\p{L}*|betyder allt för oss|hoppas att du älska\\p{L}*",
    "giv os (?:en |et )?(?:9|10|nital|tital)|(?:højeste|bedste) (?:karakter|score)|topkarakter|fem stjerner|(?:fantastisk|fremragende|enestående)\\p{L}* (?:service|oplevelse|produkt|team)\\p{L}*|betyder alt for os",
    "gi oss (?:en |et )?(?:9|10|nier|tier)|(?:høyeste|beste) (?:karakter|poengsum|score)|toppkarakter|fem stjerner|(?:fantastisk|fremragende|enestående)\\p{L}* (?:service|opplevelse|produkt|team)\\p{L}*|betyr alt for oss",
    "antakaa meille (?:9|10)|anna meille (?:9|10|kymppi)|paras arvosana|täydet pisteet|viisi tähteä|(?:erinomai|loistava|upea)\\p{L}* (?:palvelu|kokemu|tuot)\\p{L}*|merkitsee meille kaikkea",
    "(?:gib|geben sie) uns (?:eine )?(?:9|10|neun|zehn)|(?:beste|höchste|volle)\\p{L}* (?:note|bewertung|punktzahl)|fünf sterne|(?:fantastisch|hervorragend|ausgezeichnet|großartig)\\p{L}* (?:service|erfahrung|produkt|team)\\p{L}*|bedeutet uns alles",
  ].join("|")})(?!\\p{L})`,
  "iu",
);

/** Every text that leads the answer, once each. */
export function leadingWords(texts: readonly OwnText[]): Leading[] {
  return texts.flatMap(({ field, locale, text }) => {
    const found = leading.exec(text)?.[0];
    return found ? [{ field, locale, found }] : [];
  });
}

/**
 * For each language the fields that have words of the company in another language and not in this one: customers get
 * our default there, which may say something else.
 */
export function missingWords(texts: readonly OwnText[]): { locale: Locale; fields: string[] }[] {
  const written = new Set(texts.map(({ field }) => field));
  return locales
    .map((locale) => {
      const own = new Set(texts.filter((text) => text.locale === locale).map(({ field }) => field));
      return { locale, fields: [...written].filter((field) => !own.has(field)) };
    })
    .filter(({ fields }) => fields.length > 0);
}
