import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { suggestDrivers } from "#server/driver/suggest.ts";
import { locales, pickLocale, type Tone, voiceOf } from "#server/i18n/locales.ts";
import { textsFor } from "#server/survey/rules.ts";
import { t } from "../../_surveys/words.ts";
import { SurveyEditor } from "./survey-editor.tsx";

export const generateMetadata = (): Metadata => ({ title: t("title") });

type Props = { params: Promise<{ workspace: string; surveyId: string }> };

export default withWords(["surveys"], EditSurveyPage);

async function EditSurveyPage({ params }: Props) {
  const { workspace, surveyId } = await params;
  const { member } = await frameOf(workspace);
  const { survey, versions } = await read(async (api) => ({
    survey: await api.survey.get({ workspace, surveyId }),
    versions: await api.survey.versions({ workspace, surveyId }),
  }));
  const { companyName } = survey;
  const defaultsIn = (tone: Tone) =>
    Object.fromEntries(
      locales.map((locale) => [locale, textsFor({ texts: {}, companyName, locale: voiceOf(locale, tone) })]),
    );
  const mayEdit = member.role === "admin" || member.role === "manager";
  return (
    <>
      <PageHeader
        title={survey.name}
        actions={<LinkButton href={`/${workspace}/surveys/${surveyId}/links`}>{t("toLinks")}</LinkButton>}
        back={<TextLink href={`/${workspace}/surveys`}>{t("back")}</TextLink>}
      />
      {!mayEdit && (
        <div className="mt-6">
          <Notice title={t("readOnly")} />
        </div>
      )}
      <SurveyEditor
        workspace={workspace}
        surveyId={surveyId}
        survey={survey}
        versions={versions}
        timeZone={survey.timezone}
        suggested={suggestDrivers()}
        defaults={{ informal: defaultsIn("informal"), formal: defaultsIn("formal") }}
        firstLocale={pickLocale(survey.workspaceLocale, "en")}
        mayEdit={mayEdit}
      />
    </>
  );
}
