import { PageHeader } from "#app/_ui/page-header.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { Commands } from "./commands.tsx";
import { Facts } from "./facts.tsx";
import { Hold } from "./hold.tsx";
import { Overdue } from "./overdue.tsx";
import { Overview } from "./overview.tsx";
import { People } from "./people.tsx";
import { SentMail } from "./sent-mail.tsx";
import { statusInWords } from "./status.ts";
import { Waves } from "./waves.tsx";

type ReportProps = {
  workspace: string;
  campaign: SeenCampaign;
  query: Record<string, string | string[] | undefined>;
  manages: boolean;
};

const tabs = ["report", "people", "mail"] as const;

/** What became of a campaign that has been started: its figures, its people, its mail. */
export function Report({ workspace, campaign, query, manages }: ReportProps) {
  const { id, state, counts } = campaign;
  const here = `/${workspace}/campaigns/${id}`;
  const recurs = campaign.timing.kind === "recurring";
  const shown = tabs.filter((tab) => tab !== "people" || !(recurs || state === "scheduled"));
  const tab = shown.find((known) => known === query.tab) ?? "report";
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
              waiting={counts.queued + counts.deferred + counts.sending}
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
      <div className="mt-4">
        <Tabs
          label={t("tab.label")}
          items={shown.map((each) => ({
            href: each === "report" ? here : `${here}?tab=${each}`,
            label: t(`tab.${each}`),
            current: each === tab,
          }))}
        />
      </div>
      {tab === "mail" && <SentMail here={here} workspace={workspace} campaign={campaign} query={query} />}
      {tab === "people" && (
        <People here={here} workspace={workspace} campaign={campaign} query={query} manages={manages} />
      )}
      {tab === "report" && !recurs && (
        <Overview workspace={workspace} campaign={campaign} manages={manages} />
      )}
      {tab === "report" && recurs && (
        <div className="grid gap-x-12 lg:grid-cols-2">
          <Waves workspace={workspace} campaign={campaign} />
          <Facts campaign={campaign} />
        </div>
      )}
    </>
  );
}
