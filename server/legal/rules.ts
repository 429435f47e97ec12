import type { country as countryColumn, LegalGround } from "#db/schema/index.ts";

export type Country = (typeof countryColumn)[number];

/** Countries whose law Svar knows something about, and all the others. */
export const countries = ["DK", "DE", "SE", "NO", "FI", "other"] as const satisfies readonly Country[];

/** The grounds a contact can have. */
export const grounds = [
  "consent",
  "existing_customer",
  "neutral_survey",
  "none",
] as const satisfies readonly LegalGround[];

/** The grounds a country may accept. The last is accepted for a neutral survey only, whoever the contact is. */
export const acceptable = ["consent", "existing_customer", "neutral_survey"] as const;
export type Acceptable = (typeof acceptable)[number];

/** What holds in a country. */
export type LegalRule = { accepts: Acceptable[] };
export type Law = Record<Country, LegalRule>;

/**
 * What Svar proposes until a workspace changes it (why: the messages `law`); where the law says nothing clear about a neutral survey, the careful
 * side. Sources: directive 2002/58/EC article 13; Denmark: markedsføringsloven § 10 and the Consumer Ombudsman's guidance
 * on it; Germany: UWG § 7 and BGH, 10 July 2018, VI ZR 225/17; Sweden: marknadsföringslagen 19 §; Norway:
 * markedsføringsloven § 15; Finland: act 917/2014 § 200.
 */
export const proposedLaw: Law = {
  DK: { accepts: ["consent", "existing_customer", "neutral_survey"] },
  DE: { accepts: ["consent", "existing_customer"] },
  SE: { accepts: ["consent", "existing_customer"] },
  NO: { accepts: ["consent", "existing_customer"] },
  FI: { accepts: ["consent", "existing_customer"] },
  other: { accepts: ["consent", "existing_customer"] },
};

/**
 * Whether a contact with `ground` may be asked where `accepts` holds. A neutral survey, where it is accepted, asks anybody;
 * somebody whom only a neutral survey may ask is asked by no other.
 */
export function isGrounded(ground: LegalGround, accepts: readonly Acceptable[], neutral: boolean): boolean {
  if (neutral && accepts.includes("neutral_survey")) return true;
  return ground !== "none" && ground !== "neutral_survey" && accepts.includes(ground);
}

/** The names of attributes that say where a contact lives, in small letters. */
export const countryAttributes = [
  "country",
  "country code",
  "country_code",
  "countrycode",
  "land",
  "landekode",
  "landkod",
  "landskod",
  "maa",
];

/** What people write for a country, in small letters. */
export const countryNames: Record<string, Country> = {
  ...named("DK", "dk dnk denmark danmark dänemark tanska"),
  ...named("DE", "de deu germany deutschland tyskland saksa"),
  ...named("SE", "se swe sweden sverige schweden ruotsi"),
  ...named("NO", "no nor norway norge noreg norwegen norja"),
  ...named("FI", "fi fin finland suomi finnland"),
};

function named(country: Country, names: string): Record<string, Country> {
  return Object.fromEntries(names.split(" ").map((name) => [name, country]));
}

/** The ends of addresses that belong to a country. */
export const countryDomains = ["dk", "de", "se", "no", "fi"] as const;

/**
 * Whose law holds for a contact: the country that one of its attributes names, else the one its address ends with, else
 * the workspace's. The same rule over sets is `countryIn` of queries.ts; a test holds the two together.
 */
export function countryOf(
  contact: { attributes: Record<string, string>; emailKey: string | null },
  usual: Country,
): Country {
  const [written] = Object.entries(contact.attributes)
    .filter(([key, value]) => countryAttributes.includes(key.toLowerCase()) && value.trim() !== "")
    .sort(([one], [other]) => (one < other ? -1 : 1));
  if (written) return countryNames[written[1].trim().toLowerCase()] ?? "other";
  const end = contact.emailKey?.split(".").at(-1);
  return countryDomains.some((domain) => domain === end) ? countryNames[end!]! : usual;
}

const zones: Record<string, Country> = {
  "Europe/Copenhagen": "DK",
  "Europe/Berlin": "DE",
  "Europe/Stockholm": "SE",
  "Europe/Oslo": "NO",
  "Europe/Helsinki": "FI",
};

/** Where a company in a time zone probably has its customers. */
export const countryOfZone = (timezone: string | undefined): Country => zones[timezone ?? ""] ?? "other";
