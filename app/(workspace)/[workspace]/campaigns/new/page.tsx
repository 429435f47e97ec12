import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { managesCampaigns, t } from "../_campaigns/words.ts";
import { CreateForm } from "./create-form.tsx";

export const generateMetadata = (): Metadata => ({ title: t("new") });

export default withWords(["campaigns"], NewCampaignPage);

/** The first step: a name and the survey to send. */
async function NewCampaignPage({ params }: PageProps<"/[workspace]/campaigns/new">) {
  const { workspace } = await params;
  const { member } = await frameOf(workspace);
  const may = managesCampaigns(member.role);
  const surveys = may ? await read((api) => api.survey.list({ workspace })) : [];
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/campaigns`}>{t("back")}</TextLink>}
        title={t("new")}
        status={may ? t("status") : t("forbidden")}
      />
      {may && surveys.length === 0 && (
        <EmptyState
          title={t("empty.toSurveys")}
          actions={<LinkButton href={`/${workspace}/surveys`}>{t("empty.toSurveys")}</LinkButton>}
        >
          {t("empty.noSurvey")}
        </EmptyState>
      )}
      {surveys.length > 0 && (
        <CreateForm workspace={workspace} surveys={surveys.map(({ id, name }) => ({ id, name }))} />
      )}
    </>
  );
}
