import { domainToASCII } from "node:url";

const localPart = /^[^\s\p{Cc}"(),:;<>@[\]\\]{1,64}$/u;
const domain = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * What makes an address the same address: trimmed, lower case, the domain in its ASCII form (IDNA).
 * Null when mail cannot be sent to it: RFC 5321 §4.5.3.1 lengths, one @, a dotted domain, no quoting.
 */
export function emailKeyOf(email: string): string | null {
  const text = email.trim();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at).toLowerCase();
  const host = domainToASCII(text.slice(at + 1).toLowerCase());
  if (at < 1 || !localPart.test(local) || !domain.test(host)) return null;
  return /^\.|\.\.|\.$/.test(local) ? null : `${local}@${host}`;
}

const names: Record<string, string> = {
  english: "en",
  engelska: "en",
  engelsk: "en",
  englanti: "en",
  englisch: "en",
  swedish: "sv",
  svenska: "sv",
  svensk: "sv",
  ruotsi: "sv",
  schwedisch: "sv",
  danish: "da",
  danska: "da",
  dansk: "da",
  tanska: "da",
  dänisch: "da",
  norwegian: "nb",
  norska: "nb",
  norsk: "nb",
  norja: "nb",
  norwegisch: "nb",
  bokmål: "nb",
  finnish: "fi",
  finska: "fi",
  finsk: "fi",
  suomi: "fi",
  finnisch: "fi",
  german: "de",
  tyska: "de",
  tysk: "de",
  saksa: "de",
  deutsch: "de",
};

/** A language as people write it, "Swedish", "svenska", "sv_SE", as a BCP 47 tag; null when it is none. */
export function localeOf(text: string): string | null {
  const word = text.trim().toLowerCase();
  if (names[word]) return names[word];
  const tag = word.replaceAll("_", "-");
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/.test(tag) ? tag : null;
}

/**
 * Whether a contact could be asked now: "rests" until the gap since the last question is over. `neutralOnly`: the country
 * lets only a neutral survey ask.
 */
export type Asking =
  | { now: true; neutralOnly: boolean }
  | { now: false; because: "no_address" }
  | { now: false; because: "no_ground" }
  | { now: false; because: "stopped"; until: Date | null }
  | { now: false; because: "rests"; until: Date };

/**
 * The state of a contact towards any survey at all; a campaign looks at its survey's own gaps beside this
 * (invitation/rules.ts). `until` null: for good.
 */
export function askingOf(
  facts: {
    hasAddress: boolean;
    suppressions: readonly { until: Date | null }[];
    lastAskedAt: Date | null;
    gapAnyDays: number;
    /** Who may ask on the contact's legal ground: any survey, a neutral one, or none. */
    grounded: "any" | "neutral" | "none";
  },
  now: Date,
): Asking {
  if (!facts.hasAddress) return { now: false, because: "no_address" };
  const [longest] = facts.suppressions
    .map(({ until }) => until)
    .filter((until) => until === null || until > now)
    .sort((a, b) => (b?.getTime() ?? Number.POSITIVE_INFINITY) - (a?.getTime() ?? Number.POSITIVE_INFINITY));
  if (longest !== undefined) return { now: false, because: "stopped", until: longest };
  if (facts.grounded === "none") return { now: false, because: "no_ground" };
  const rested = facts.lastAskedAt && new Date(facts.lastAskedAt.getTime() + facts.gapAnyDays * 86_400_000);
  return rested && rested > now
    ? { now: false, because: "rests", until: rested }
    : { now: true, neutralOnly: facts.grounded === "neutral" };
}
