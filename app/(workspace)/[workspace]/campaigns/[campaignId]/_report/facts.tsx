import { numberText } from "#app/_i18n/format.ts";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { audienceInWords, hoursInWords, paceInWords, samplingInWords } from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";

const mailStates = [
  "sent",
  "queued",
  "sending",
  "deferred",
  "failed",
  "suppressed",
  "inDoubt",
  "cancelled",
] as const;

/** What was sent by whom to whom, and where the mails are; the numbers of the mails add up to all who were asked. */
export function Facts({ campaign }: { campaign: SeenCampaign }) {
  const { counts, sendingHours, startedAt, finishedAt, timezone } = campaign;
  const [pace, draw] = [paceInWords(campaign), samplingInWords(campaign)];
  const mails = mailStates.filter((state) => counts[state] > 0);
  return (
    <div>
      {mails.length > 0 && (
        <Section title={t("one.counts")}>
          <KeyValueList
            items={mails.map((state) => ({
              term: t(`one.mails.${state}`),
              value: <span className="tabular-nums">{numberText(counts[state])}</span>,
            }))}
          />
        </Section>
      )}
      <Section title={t("one.facts")}>
        <KeyValueList
          items={[
            { term: t("review.survey"), value: campaign.survey },
            { term: t("review.people"), value: audienceInWords(campaign) },
            ...(draw ? [{ term: t("one.sample"), value: draw }] : []),
            ...(pace ? [{ term: t("one.pace"), value: pace }] : []),
            { term: t("review.sender"), value: campaign.senderName ?? campaign.companyName },
            ...(sendingHours ? [{ term: t("when.hours"), value: hoursInWords(sendingHours) }] : []),
            { term: t("one.madeBy"), value: campaign.createdByName ?? t("one.byProgram") },
            ...(startedAt
              ? [{ term: t("one.started"), value: <Moment at={startedAt} timeZone={timezone} /> }]
              : []),
            ...(finishedAt
              ? [{ term: t("one.ended"), value: <Moment at={finishedAt} timeZone={timezone} /> }]
              : []),
          ]}
        />
      </Section>
    </div>
  );
}
