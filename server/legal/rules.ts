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

/** What holds in a country, and why, in a sentence for whoever asks. */
export type LegalRule = { accepts: Acceptable[]; reason: string };
export type Law = Record<Country, LegalRule>;

/**
 * What Svar proposes until a workspace changes it; where the law says nothing clear about a neutral survey, the careful
 * side. Sources: directive 2002/58/EC article 13; Denmark: markedsføringsloven § 10 and the Consumer Ombudsman's guidance
 * on it; Germany: UWG § 7 and BGH, 10 July 2018, VI ZR 225/17; Sweden: marknadsföringslagen 19 §; Norway:
 * markedsføringsloven § 15; Finland: act 917/2014 § 200.
 */
export const proposedLaw: Law = {
  DK: {
    accepts: ["consent", "existing_customer", "neutral_survey"],
    reason:
      "A neutral survey without any advertising is no marketing, so it needs no consent beforehand (markedsføringsloven § 10).",
  },
  DE: {
    accepts: ["consent", "existing_customer"],
    reason:
      "A survey of satisfaction by e-mail counts as advertising (BGH VI ZR 225/17), so it needs consent, or a customer who was told of the right to object (UWG § 7).",
  },
  SE: {
    accepts: ["consent", "existing_customer"],
    reason:
      "Marketing by e-mail needs consent, or a customer who was told of the right to object (marknadsföringslagen 19 §). Whether a neutral survey is marketing is not settled.",
  },
  NO: {
    accepts: ["consent", "existing_customer"],
    reason:
      "Marketing by e-mail needs consent, or a customer who was told of the right to object (markedsføringsloven § 15). Whether a neutral survey is marketing is not settled.",
  },
  FI: {
    accepts: ["consent", "existing_customer"],
    reason:
      "Direct marketing by e-mail needs consent, or a customer who was told of the right to object (act 917/2014 § 200). Whether a neutral survey is marketing is not settled.",
  },
  other: {
    accepts: ["consent", "existing_customer"],
    reason:
      "The European Union’s common rule: consent, or a customer who was told of the right to object (directive 2002/58/EC article 13).",
  },
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
