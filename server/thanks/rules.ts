import { type outboundMails, type SendingHours, thanksOmissions, type thankYous } from "#db/schema/index.ts";
import { firstSending, usualHours } from "#server/campaign/rules.ts";
import { type Locale, pickLocale } from "#server/i18n/locales.ts";
import { type Country, countryOf, isGrounded, type Law } from "#server/legal/rules.ts";
import { type Group, groupOf } from "#server/nps/groups.ts";
import { reviewSiteIn } from "#server/template/review-sites.ts";
import { fillIn, sameNamed, unfilledIn, type Values } from "#server/template/rules.ts";
import { quietMinutes } from "./choices.ts";
import type { Thanks } from "./schema.ts";

type Row = typeof thankYous.$inferSelect;
export type Omission = NonNullable<Row["leftOutBecause"]>;

/** What should have gone out so many hours ago, while nothing was sent here, does not go out any more. */
const tooLateHours = 48;

/** The hours of the campaign that asked, or null where it has none, and the clocks that they are on (IANA name). */
export type Hours = { hours: SendingHours | null; timezone: string };

/** A campaign without hours was sent at a moment that somebody chose; who answers it at night is thanked in the morning. */
const keptBy = ({ hours }: Hours) => hours ?? usualHours("event");

/** The first moment from `from` on at which thanks may leave: `from` itself within the hours, else when they begin. */
export const opensAt = (hours: Hours, from: Date): Date => firstSending(keptBy(hours), hours.timezone, from);

/** When an answer that last changed at `changedAt` is thanked for: once it has been quiet, within the hours. */
export const dueAtOf = (changedAt: Date, hours: Hours): Date =>
  opensAt(hours, new Date(changedAt.getTime() + quietMinutes * 60_000));

/** Whether thanks that were due at `dueAt` have been forgotten for too long. */
export const isTooLate = (dueAt: Date, now: Date): boolean =>
  now.getTime() - dueAt.getTime() > tooLateHours * 3_600_000;

/** What may stand against thanking for an answer. */
export type CustomerFacts = {
  score: number;
  contactBy: string | null;
  withdrawn: boolean;
  /** There is a case about the answer or its ask, or an open one of the same customer. */
  inDialogue: boolean;
  /** Whether they were asked by mail and there is an address still: who was not asked cannot opt out. */
  reachable: boolean;
  /** They want no questions, or not now, or no mail reaches them. */
  stopped: boolean;
  /** They were thanked for another answer within the workspace's gap between any two questions. */
  thankedLately: boolean;
  ground: Parameters<typeof isGrounded>[0] | null;
  attributes: Record<string, string>;
  emailKey: string | null;
};

/**
 * Why a customer is not thanked for an answer, or null. A thank-you is treated as marketing everywhere, whether or not it
 * asks for anything: it needs consent, or a customer who was told of the right to object (server/legal/rules.ts).
 */
export function omissionOf(
  facts: CustomerFacts,
  { law, country }: { law: Law; country: Country },
): Omission | null {
  if (facts.withdrawn) return "withdrawn";
  if (getsAPerson(facts)) return "needs_us";
  if (!facts.reachable || !facts.ground) return "unknown";
  if (facts.stopped) return "stopped";
  if (facts.thankedLately) return "thanked_lately";
  return isGrounded(facts.ground, law[countryOf(facts, country)].accepts, false) ? null : "no_ground";
}

const unhappy: Group = "detractor";

const getsAPerson = ({ score, contactBy, inDialogue }: CustomerFacts) =>
  inDialogue || contactBy !== null || groupOf(score) === unhappy;

type Text = { id: string; name: string; locale: string; text: string; ended: boolean };

/** The text of a template in a language: of the same name, for one is written in each. Null where there is none. */
export const inLanguage = (templates: readonly Text[], templateId: string, locale: Locale): string | null =>
  sameNamed(templates, templateId).find((one) => one.locale === locale)?.text ?? null;

/** What a thank-you says to one customer. */
export type Letter = { locale: Locale; words: string; referral: { ask: string; link: string } | null };

/**
 * The letter to a customer who answered in `language` (BCP 47), or why there is none. Without a sentence in that language,
 * or with something in it that is not known, the ask to pass the company on is left out, and the thanks go alone.
 */
export function composeLetter(
  thanks: Thanks,
  templates: readonly Text[],
  { language, values }: { language: string; values: Values },
): Letter | "no_text" | "unfilled" | "review_site" {
  const locale = spoken(language);
  const text = locale && inLanguage(templates, thanks.templateId, locale);
  if (!text) return "no_text";
  const words = fillIn(text, values);
  if (unfilledIn(words).length > 0) return "unfilled";
  const { referral } = thanks;
  const sentence = referral && inLanguage(templates, referral.templateId, locale);
  const ask = sentence && fillIn(sentence, values);
  const asks = referral && ask && unfilledIn(ask).length === 0 ? { ask, link: referral.link } : null;
  const said = [words, asks?.ask ?? "", asks?.link ?? ""].join("\n");
  return reviewSiteIn(said) ? "review_site" : { locale, words, referral: asks };
}

/** The language that a tag such as "de-AT" names, where templates can be written in it. */
function spoken(tag: string): Locale | null {
  const [one, other] = [pickLocale(tag, "en"), pickLocale(tag, "sv")];
  return one === other ? one : null;
}

type Mail = Pick<typeof outboundMails.$inferSelect, "state" | "sentAt" | "lastText">;

/** Why thanks are not sent that were in the outbox already; it stands on their mail, and is read there again. */
export const stoppedAtLast = (because: Omission): string => `nobody is thanked for this answer: ${because}`;

const omissionIn = ({ lastText }: Mail): Omission | null =>
  thanksOmissions.find((one) => lastText?.endsWith(stoppedAtLast(one))) ?? null;

export type ThanksState =
  | { kind: "planned" | "leaving" | "sent"; at: Date }
  | { kind: "undelivered"; at: Date }
  | { kind: "left_out"; at: Date; because: Omission };

/** How it stands with a thank-you, from its row and its mail: due, then on its way, then sent; or left out, or not delivered. */
export function thanksStateOf(
  { dueAt, thankedAt, leftOutAt, leftOutBecause }: Row,
  mail: Mail | null,
): ThanksState {
  if (leftOutAt && leftOutBecause) return { kind: "left_out", at: leftOutAt, because: leftOutBecause };
  if (!thankedAt) return { kind: "planned", at: dueAt };
  if (mail?.state === "sent" || mail?.state === "in_doubt")
    return { kind: "sent", at: mail.sentAt ?? thankedAt };
  if (mail?.state === "suppressed") return { kind: "left_out", at: thankedAt, because: "stopped" };
  if (mail?.state === "cancelled") return { kind: "left_out", at: thankedAt, because: "changed" };
  if (mail?.state !== "failed") return { kind: "leaving", at: thankedAt };
  const because = omissionIn(mail);
  return because ? { kind: "left_out", at: thankedAt, because } : { kind: "undelivered", at: thankedAt };
}
