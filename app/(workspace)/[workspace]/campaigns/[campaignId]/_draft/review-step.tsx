import type { ReactNode } from "react";
import { read } from "#app/_trpc/server.ts";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import {
  audienceInWords,
  hoursInWords,
  paceInWords,
  reminderInWords,
  samplingInWords,
  whenInWords,
} from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { Outlook } from "./outlook.tsx";
import { StartButton } from "./start-button.tsx";
import type { Step } from "./steps.tsx";

type ReviewStepProps = { workspace: string; campaign: SeenCampaign; manages: boolean };

/** Everything that will happen, on one page, and the button that makes it happen. */
export async function ReviewStep({ workspace, campaign, manages }: ReviewStepProps) {
  const { id, sendAt, sendingHours, timezone } = campaign;
  const { ahead, mail } = await read(async (api) => ({
    ahead: await api.campaign.lookAhead({ workspace, id }),
    mail: await api.campaign.previewMail({ workspace, id }),
  }));
  const here = `/${workspace}/campaigns/${id}`;
  const listens = campaign.timing.kind === "event";
  const row = (term: string, step: Step, value: ReactNode) => ({
    term,
    value: (
      <span className="flex justify-between gap-x-4">
        <span className="min-w-0">{value}</span>
        {manages && (
          <TextLink href={`${here}?step=${step}`} aria-label={`${t("review.change")}: ${term}`}>
            {t("review.change")}
          </TextLink>
        )}
      </span>
    ),
  });

  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Section title={t("review.title")} space="none">
        <KeyValueList
          items={[
            row(t("review.survey"), "survey", campaign.survey),
            row(
              t("review.people"),
              "people",
              <>
                {audienceInWords(campaign)}
                <Muted>{samplingInWords(campaign)}</Muted>
              </>,
            ),
            row(
              t("review.sender"),
              "text",
              <>
                {mail.fromName}
                <Muted>{campaign.neutral ? t("review.neutral") : null}</Muted>
              </>,
            ),
            row(t("review.subject"), "text", <span lang={mail.locale}>{mail.subject}</span>),
            row(
              t("review.when"),
              "when",
              <>
                {sendAt ? <Moment at={sendAt} timeZone={timezone} /> : !listens && t("review.atOnce")}
                <Muted>{paceInWords(campaign)}</Muted>
                <Muted>{sendingHours && hoursInWords(sendingHours)}</Muted>
              </>,
            ),
            ...(campaign.abTest
              ? [
                  row(
                    t("review.test"),
                    "text",
                    t("review.testOf", { percent: campaign.abTest.percent, hours: campaign.abTest.hours }),
                  ),
                ]
              : []),
            row(t("review.reminder"), "when", reminderInWords(campaign)),
          ]}
        />
        <p className="mt-3 text-sm text-muted">{t("review.languages")}</p>
        {manages && (
          <StartButton
            workspace={workspace}
            id={id}
            people={ahead.asked}
            blocked={blocked(campaign, ahead.asked)}
            listens={listens}
            at={sendAt && whenInWords(sendAt, timezone)}
          />
        )}
      </Section>
      <Section title={t("ahead.title")} space="none">
        {listens && <p className="mb-4 text-muted">{t("ahead.event")}</p>}
        <Outlook ahead={ahead} />
      </Section>
    </div>
  );
}

function Muted({ children }: { children: string | null }) {
  return children && <span className="block text-muted">{children}</span>;
}

function blocked(campaign: SeenCampaign, asked: number): string | null {
  const { sendAt, timing, sampling, notNeutral } = campaign;
  if (notNeutral[0]) return t("review.notNeutral", { found: notNeutral[0].found });
  if (sendAt && sendAt <= new Date()) return t("review.past");
  if (timing.kind === "event") return sampling && "most" in sampling ? t("review.eventSample") : null;
  return asked === 0 && !sendAt ? t("review.nobody") : null;
}
