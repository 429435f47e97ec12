import { Send } from "lucide-react";
import type { Metadata } from "next";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { ListCampaigns } from "#server/campaign/schema.ts";
import { frameOf } from "../_frame/frame.ts";
import { CampaignTable } from "./_campaigns/campaign-table.tsx";
import { managesCampaigns, t } from "./_campaigns/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

/** The campaigns of a workspace, newest first. */
export default async function CampaignsPage({ params, searchParams }: PageProps<"/[workspace]/campaigns">) {
  const { workspace } = await params;
  const { data: input = ListCampaigns.parse({}) } = ListCampaigns.safeParse(await searchParams);
  const { member } = await frameOf(workspace);
  const { campaigns, next } = await read((api) => api.campaign.list({ workspace, ...input }));
  const here = `/${workspace}/campaigns`;
  const add = managesCampaigns(member.role) && (
    <LinkButton href={`${here}/new`} variant="primary">
      <Icon of={Send} /> {t("new")}
    </LinkButton>
  );
  const isEmpty = campaigns.length === 0 && !input.cursor;

  return (
    <>
      <LiveRefresh kinds={["campaigns", "responses"]} />
      <PageHeader title={t("title")} status={t("status")} actions={!isEmpty && add} />
      <div className="mt-6">
        {isEmpty ? (
          <EmptyState title={t("empty.title")} drawing={<ListDrawing />} actions={add}>
            {t("empty.text")}
          </EmptyState>
        ) : (
          <CampaignTable here={here} campaigns={campaigns} />
        )}
      </div>
      {next && (
        <div className="mt-4">
          <PaginationLink rel="next" label={t("older")} href={`${here}?cursor=${next}`} />
        </div>
      )}
    </>
  );
}
