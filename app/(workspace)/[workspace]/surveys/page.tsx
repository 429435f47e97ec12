import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { CreateSurveyDialog } from "./_surveys/create-survey-dialog.tsx";
import { QuestionDrawing } from "./_surveys/question-drawing.tsx";
import { SurveyTable } from "./_surveys/survey-table.tsx";
import { t } from "./_surveys/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["surveys"], SurveysPage);

async function SurveysPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { member } = await frameOf(workspace);
  const surveys = await read((api) => api.survey.list({ workspace }));
  const create = ["admin", "manager"].includes(member.role) && <CreateSurveyDialog workspace={workspace} />;
  if (surveys.length === 0) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("emptyTitle")} actions={create} drawing={<QuestionDrawing />}>
          {t("emptyText")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("title")}
        status={t("status", { count: surveys.length })}
        actions={
          <>
            <LinkButton href={`/${workspace}/surveys/you-said`}>{t("youSaid.title")}</LinkButton>
            {create}
          </>
        }
      />
      <div className="mt-6">
        <SurveyTable workspace={workspace} surveys={surveys} />
      </div>
    </>
  );
}
