import { languageText } from "#app/_i18n/format.ts";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { words } from "../words.ts";
import type { AnswerDetailProps, PartProps } from "./answer-detail.tsx";
import { evidenceInWords } from "./evidence-words.ts";
import { QuoteConsent } from "./quote-consent.tsx";
import { ThanksSaid } from "./thanks-of-answer.tsx";

/** Where an answer belongs, and how we know that a person gave it. */
export function AnswerFacts({
  workspace,
  found,
  seen,
  thanks,
  moment,
  level,
}: AnswerDetailProps & PartProps) {
  const t = words();
  const { response, quote } = found;
  const items = [
    { term: t("evidence"), value: [t(`evidences.${response.evidence}`), ...evidenceInWords(seen)].join(" ") },
    { term: t("survey"), value: found.surveyName },
    {
      term: t("campaign"),
      value: response.campaignId && (
        <TextLink href={`/${workspace}/campaigns/${response.campaignId}`}>{found.campaignName}</TextLink>
      ),
    },
    { term: t("answered"), value: moment(response.answeredAt) },
    { term: t("lastChanged"), value: response.version > 1 ? moment(response.updatedAt) : null },
    {
      term: t("contactWish"),
      value:
        response.contactBy &&
        [t(`contactBy.${response.contactBy}`), response.contactPhone].filter(Boolean).join(", "),
    },
    {
      term: t("contact"),
      value: response.contactId && (
        <TextLink href={`/${workspace}/contacts/${response.contactId}`}>
          {found.contactName ?? found.contactEmail}
        </TextLink>
      ),
    },
    { term: t("columns.quote"), value: quote && <QuoteConsent consent={quote} moment={moment} /> },
    { term: t("thanks.title"), value: thanks && <ThanksSaid thanks={thanks} moment={moment} /> },
    { term: t("channel"), value: t(`channels.${response.channel}`) },
    { term: t("byLink"), value: found.linkName },
    { term: t("touchpoint"), value: response.touchpoint },
    { term: t("team"), value: found.teamName },
    { term: t("employee"), value: response.employee },
    { term: t("language"), value: languageText(response.locale) },
  ].filter(({ value }) => value);
  return (
    <Section title={t("facts")} level={level}>
      <div className="max-w-2xl">
        <KeyValueList items={items} />
      </div>
    </Section>
  );
}
