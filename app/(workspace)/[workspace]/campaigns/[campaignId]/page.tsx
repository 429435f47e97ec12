import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { frameOf } from "../../_frame/frame.ts";
import { managesCampaigns, t } from "../_campaigns/words.ts";
import { DraftPage } from "./_draft/draft-page.tsx";
import { Report } from "./_report/report.tsx";

type Props = PageProps<"/[workspace]/campaigns/[campaignId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, campaignId } = await params;
  if (!z.uuid().safeParse(campaignId).success) return { title: t("title") };
  return { title: (await read((api) => api.campaign.get({ workspace, id: campaignId }))).name };
}

export default withWords(["campaigns", "legal"], CampaignPage);

/** A campaign: while it is a draft its steps, afterwards what became of it. */
async function CampaignPage({ params, searchParams }: Props) {
  const { workspace, campaignId: id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const { member } = await frameOf(workspace);
  const campaign = await read((api) => api.campaign.get({ workspace, id }));
  const query = await searchParams;
  const manages = managesCampaigns(member.role);
  if (campaign.state === "draft") {
    return (
      <DraftPage workspace={workspace} campaign={campaign} query={query} self={member} manages={manages} />
    );
  }
  return (
    <>
      <LiveRefresh kinds={["campaigns", "responses"]} />
      <Report workspace={workspace} campaign={campaign} query={query} manages={manages} />
    </>
  );
}
