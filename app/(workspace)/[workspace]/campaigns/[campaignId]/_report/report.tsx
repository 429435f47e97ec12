import { buttonClass } from "#app/_ui/button-class.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProgressBar } from "#app/_ui/progress-bar.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { Answers } from "./answers.tsx";
import { Commands } from "./commands.tsx";
import { Facts } from "./facts.tsx";
import { Hold } from "./hold.tsx";
import { LeftOut } from "./left-out.tsx";
import { Overdue } from "./overdue.tsx";
import { Reminder } from "./reminder.tsx";
import { statusInWords } from "./status.ts";
import { TellEvents } from "./tell-events.tsx";
import { Undelivered } from "./undelivered.tsx";
import { Versions } from "./versions.tsx";
import { Waves } from "./waves.tsx";

type ReportProps = {
  workspace: string;
  campaign: SeenCampaign;
  query: Record<string, string | string[] | undefined>;
  manages: boolean;
};

/** What became of a campaign: how far it is, who answered, who was left out and why, what did not arrive. */
export function Report({ workspace, campaign, query, manages }: ReportProps) {
  const { id, state, counts } = campaign;
  const here = `/${workspace}/campaigns/${id}`;
  const recurs = campaign.timing.kind === "recurring";
  const waiting = counts.queued + counts.deferred + counts.sending;
  return (
    <>
      <PageHeader
        back={
          campaign.seriesId ? (
            <TextLink href={`/${workspace}/campaigns/${campaign.seriesId}`}>{t("one.allWaves")}</TextLink>
          ) : (
            <TextLink href={`/${workspace}/campaigns`}>{t("back")}</TextLink>
          )
        }
        title={campaign.name}
        status={statusInWords(campaign)}
        actions={
          manages && (
            <Commands
              workspace={workspace}
              id={id}
              state={state}
              waiting={waiting}
              overdue={campaign.overdue}
              kind={campaign.timing.kind}
            />
          )
        }
      />
      {campaign.overdue && <Overdue workspace={workspace} campaign={campaign} manages={manages} />}
      {campaign.hold && (
        <Hold
          workspace={workspace}
          id={campaign.hold.id}
          seconds={Math.max(0, Math.ceil((campaign.hold.until.getTime() - Date.now()) / 1000))}
          manages={manages}
        />
      )}
      {counts.invited > 0 && campaign.timing.kind !== "event" && (
        <div className="mt-6 max-w-2xl">
          <ProgressBar
            label={t("one.progress")}
            words={t("sentOf", { sent: counts.sent, invited: counts.invited })}
            value={counts.sent}
            max={counts.invited}
          />
        </div>
      )}
      <div className="grid gap-x-12 lg:grid-cols-2">
        {recurs ? (
          <Waves workspace={workspace} campaign={campaign} />
        ) : (
          <div>
            <Answers workspace={workspace} campaign={campaign} />
            <Versions workspace={workspace} campaign={campaign} manages={manages} />
            <Reminder workspace={workspace} campaign={campaign} manages={manages} />
          </div>
        )}
        <div>
          <Facts campaign={campaign} />
          {campaign.timing.kind === "event" && <TellEvents type={campaign.timing.type} />}
        </div>
      </div>
      {state !== "scheduled" && !recurs && (
        <LeftOut here={here} workspace={workspace} campaign={campaign} query={query} />
      )}
      {!recurs && <Undelivered here={here} workspace={workspace} campaign={campaign} query={query} />}
      {manages && state !== "scheduled" && !recurs && (
        <p className="mt-8">
          <a href={`${here}/ledger`} download className={buttonClass({})}>
            {t("ledger.download")}
          </a>
        </p>
      )}
    </>
  );
}
