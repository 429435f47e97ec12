"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { Section } from "#app/_ui/section.tsx";
import type { Driver } from "#server/driver/schema.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { shared, t } from "../../_surveys/words.ts";
import { AboutFields } from "./about-fields.tsx";
import { type Defaults, type Draft, draftOf, withText, wordsOf } from "./draft.ts";
import { DriverFields } from "./driver-fields.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Preview } from "./preview.tsx";
import { SaveBar } from "./save-bar.tsx";
import { TextFields } from "./text-fields.tsx";
import { ToneChoice } from "./tone-choice.tsx";
import { useSaving } from "./use-saving.ts";
import { useSurveyDraft } from "./use-survey-draft.ts";
import { type Version, VersionList } from "./version-list.tsx";

type SurveyEditorProps = {
  workspace: string;
  surveyId: string;
  survey: Parameters<typeof draftOf>[0] & { updatedAt: Date; version: number };
  versions: Version[];
  timeZone: string;
  defaults: Defaults;
  suggested: Driver[];
  firstLocale: Locale;
  mayEdit: boolean;
};

/** The words of a survey on the left, what becomes of them on the right. */
export function SurveyEditor(props: SurveyEditorProps) {
  const { workspace, surveyId, survey, versions, timeZone, defaults, suggested, mayEdit } = props;
  const [locale, setLocale] = useState(props.firstLocale);
  const { draft, saved, change, settle, restored, unsaved } = useSurveyDraft(surveyId, draftOf(survey));
  const { problems, saving, publishing, save, publish } = useSaving(
    { workspace, surveyId },
    survey.updatedAt,
    settle,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(draft);
  };
  const published: Draft = { ...draft, ...wordsOf(survey) };

  return (
    <div className="mt-8 grid items-start gap-x-10 gap-y-10 xl:grid-cols-[minmax(0,1fr)_minmax(0,39rem)]">
      <form method="post" noValidate onSubmit={submit} className="min-w-0">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        {restored && (
          <div className="mb-6">
            <Notice
              title={t("restoredTitle")}
              live
              actions={<Button onClick={() => settle(saved)}>{t("discard")}</Button>}
            >
              {t("restoredText")}
            </Notice>
          </div>
        )}
        <fieldset disabled={!mayEdit} className="min-w-0">
          <legend className="sr-only">{t("about")}</legend>
          <Section title={t("about")} space="none">
            <AboutFields draft={draft} onChange={change} problems={problems} />
          </Section>
          <Section title={t("words")} space="rule">
            <p className="mb-4 text-muted">{t("wordsHint")}</p>
            <ToneChoice draft={draft} onChange={change} />
            <LanguageChoice locale={locale} onChange={setLocale} texts={draft.texts} />
            <TextFields
              key={locale}
              locale={locale}
              own={draft.texts[locale] ?? {}}
              defaults={defaults[draft.tone][locale]}
              problems={problems}
              onChange={(field, text) => change(withText(draft, locale, field, text))}
            />
            <DriverFields
              locale={locale}
              draft={draft}
              suggested={suggested}
              problems={problems}
              onChange={change}
            />
          </Section>
        </fieldset>
        <VersionList
          versions={versions}
          published={survey.version}
          timeZone={timeZone}
          onTake={mayEdit ? (version) => change({ ...draft, ...wordsOf(version) }) : null}
        />
        {mayEdit && (
          <SaveBar
            {...{ draft, published, unsaved, saving, publishing }}
            version={survey.version}
            onPublish={() => publish(draft)}
          />
        )}
      </form>
      <Preview workspace={workspace} surveyId={surveyId} locale={locale} draft={draft} />
    </div>
  );
}
