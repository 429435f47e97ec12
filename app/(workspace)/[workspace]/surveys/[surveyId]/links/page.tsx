import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { t } from "../../_surveys/words.ts";
import { CreateLinkDialog } from "./create-link-dialog.tsx";
import { LinkRow } from "./link-row.tsx";

export const generateMetadata = (): Metadata => ({ title: t("links.title") });

type Props = { params: Promise<{ workspace: string; surveyId: string }> };

export default withWords(["surveys"], LinksPage);

/** The ways to answer a survey without having been asked: links, their QR codes, devices. */
async function LinksPage({ params }: Props) {
  const { workspace, surveyId } = await params;
  const { member } = await frameOf(workspace);
  const { survey, links } = await read(async (api) => ({
    survey: await api.survey.get({ workspace, surveyId }),
    links: await api.surveyLink.list({ workspace, surveyId }),
  }));
  const manages = member.role === "admin" || member.role === "manager";
  const create = manages && <CreateLinkDialog workspace={workspace} surveyId={surveyId} />;
  return (
    <>
      <LiveRefresh kinds={["responses"]} />
      <PageHeader
        back={<TextLink href={`/${workspace}/surveys/${surveyId}/edit`}>{survey.name}</TextLink>}
        title={t("links.title")}
        status={t("links.status")}
        actions={links.length > 0 && create}
      />
      {links.length === 0 ? (
        <EmptyState title={t("links.empty")} actions={create} drawing={<ListDrawing />}>
          {t("links.emptyText")}
        </EmptyState>
      ) : (
        <ul aria-label={t("links.title")} className="mt-6">
          {links.map((link) => (
            <LinkRow key={link.id} workspace={workspace} link={link} manages={manages} />
          ))}
        </ul>
      )}
    </>
  );
}
