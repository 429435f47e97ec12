import { read } from "#app/_trpc/server.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { Answers } from "./answers.tsx";
import { Days } from "./days.tsx";
import { Facts } from "./facts.tsx";
import { FunnelTable } from "./funnel.tsx";
import { Progress } from "./progress.tsx";
import { Reminder } from "./reminder.tsx";
import { Returned } from "./returned.tsx";
import { TellEvents } from "./tell-events.tsx";
import { Versions } from "./versions.tsx";

type OverviewProps = { workspace: string; campaign: SeenCampaign; manages: boolean };

/** The figures of a campaign: how far it is, what was answered, what came back, and how it was set up. */
export async function Overview({ workspace, campaign, manages }: OverviewProps) {
  const { report, setAside } = await read(async (api) => ({
    report: await api.campaign.report({ workspace, id: campaign.id }),
    setAside: await api.evidence.countProvisional({ workspace, campaign: campaign.id }),
  }));
  return (
    <>
      <Progress campaign={campaign} pace={report.pace} />
      <div className="grid gap-x-12 lg:grid-cols-2">
        <div>
          <Answers workspace={workspace} id={campaign.id} report={report} setAside={setAside} />
          <Versions workspace={workspace} campaign={campaign} manages={manages} />
          <Reminder workspace={workspace} campaign={campaign} manages={manages} />
        </div>
        <div>
          {report.funnel.chosen > 0 && <FunnelTable funnel={report.funnel} />}
          <Days days={report.days} />
        </div>
      </div>
      <Returned returns={report.returns} />
      <div className="mt-8 grid gap-x-12 border-t border-line lg:grid-cols-2">
        <Facts campaign={campaign} />
        {campaign.timing.kind === "event" && <TellEvents type={campaign.timing.type} />}
      </div>
    </>
  );
}
