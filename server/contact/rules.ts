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
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(tag) ? tag : null;
}
