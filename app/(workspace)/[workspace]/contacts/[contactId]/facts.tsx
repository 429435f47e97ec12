import { Moment } from "#app/_ui/moment.tsx";
import { t } from "../words.ts";
import type { FoundContact } from "./page.tsx";

const nameOf = new Intl.DisplayNames(["en"], { type: "language" });

/** What is known of a customer beside the attributes, as terms and values. */
export function factsOf({ contact, account, team, lastAskedAt, answered, timezone }: FoundContact) {
  const day = (at: Date | null | undefined) => at && <Moment at={at} timeZone={timezone} style="date" />;
  return [
    { term: t("email"), value: contact.email },
    { term: t("account"), value: account },
    { term: t("team"), value: team },
    { term: t("employee"), value: contact.employee },
    { term: t("language"), value: contact.locale && nameOf.of(contact.locale) },
    { term: t("externalId"), value: contact.externalId },
    { term: t("lastAsked"), value: day(lastAskedAt) ?? t("never") },
    { term: t("lastAnswered"), value: day(answered[0]?.at) ?? t("never") },
    { term: t("source"), value: contact.source },
    { term: t("since"), value: day(contact.createdAt) },
    { term: t("legalGround"), value: contact.legalGround },
  ].filter((fact) => fact.value);
}
