import { dateText, languageText } from "#app/_i18n/format.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { t as legal } from "../../_legal/words.ts";
import { sourceInWords } from "../source-in-words.ts";
import { t } from "../words.ts";
import type { FoundContact } from "./page.tsx";

/** What is known of a customer beside the attributes, as terms and values. */
export function factsOf({ contact, account, team, lastAskedAt, answered, timezone, country }: FoundContact) {
  const day = (at: Date | null | undefined) => at && <Moment at={at} timeZone={timezone} style="date" />;
  return [
    { term: t("email"), value: contact.email },
    { term: t("account"), value: account },
    { term: t("team"), value: team },
    { term: t("employee"), value: contact.employee },
    { term: t("language"), value: contact.locale && languageText(contact.locale) },
    { term: t("externalId"), value: contact.externalId },
    { term: t("lastAsked"), value: day(lastAskedAt) ?? t("never") },
    { term: t("lastAnswered"), value: day(answered[0]?.at) ?? t("never") },
    { term: t("source"), value: sourceInWords(contact.source) },
    { term: t("since"), value: day(contact.createdAt) },
    { term: t("legalGround"), value: groundOf(contact) },
    { term: t("country"), value: legal(`countries.${country}`) },
  ].filter((fact) => fact.value);
}

/** "Consent, 31 May 2026: web shop". */
function groundOf({ legalGround, groundSource, consentedAt }: FoundContact["contact"]): string {
  const name = legal(`grounds.${legalGround}`);
  const date = consentedAt && dateText(consentedAt, { dateStyle: "medium", timeZone: "UTC" });
  const ground = date ? t("consentSince", { ground: name, date }) : name;
  return groundSource ? t("groundFrom", { ground, source: groundSource }) : ground;
}
