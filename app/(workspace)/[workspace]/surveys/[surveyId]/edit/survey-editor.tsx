"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { Section } from "#app/_ui/section.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import type { Driver } from "#server/driver/schema.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { shared, t } from "../../_surveys/words.ts";
import { AboutFields } from "./about-fields.tsx";
import { type Defaults, type Draft, draftOf, textsOf, withText } from "./draft.ts";
import { DriverFields } from "./driver-fields.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Preview } from "./preview.tsx";
import { TextFields } from "./text-fields.tsx";
import { ToneChoice } from "./tone-choice.tsx";
import { useSurveyDraft } from "./use-survey-draft.ts";

type SurveyEditorProps = {
  workspace: string;
  surveyId: string;
  saved: Draft;
  defaults: Defaults;
  suggested: Driver[];
  firstLocale: Locale;
  mayEdit: boolean;
};

/** The words of a survey on the left, what becomes of them on the right. */
export function SurveyEditor({
  workspace,
  surveyId,
  saved: fromServer,
  defaults,
  suggested,
  firstLocale,
  mayEdit,
}: SurveyEditorProps) {
  const router = useRouter();
  const [locale, setLocale] = useState(firstLocale);
  const { draft, saved, change, settle, restored, unsaved } = useSurveyDraft(surveyId, fromServer);
  const update = useMutation(
    useTRPC().survey.update.mutationOptions({
      onSuccess(row) {
        settle(draftOf(row));
        toast.success(t("saved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(update.error, shared("unreachable"));

  function save(event: FormEvent) {
    event.preventDefault();
    const { name, touchpoint, kind, tone, drivers } = draft;
    update.mutate({ workspace, surveyId, name, touchpoint, kind, tone, drivers, texts: textsOf(draft) });
  }

  return (
    <div className="mt-8 grid items-start gap-x-10 gap-y-10 xl:grid-cols-[minmax(0,1fr)_minmax(0,39rem)]">
      <form method="post" noValidate onSubmit={save} className="min-w-0">
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
          {mayEdit && (
            <div className="sticky bottom-0 z-10 -mx-1 mt-8 flex items-center gap-4 border-t border-line bg-bg px-1 py-4 max-md:bottom-14">
              <SubmitButton pendingLabel={t("saving")} pending={update.isPending}>
                {t("save")}
              </SubmitButton>
              <p role="status" className="text-muted">
                {unsaved && t("unsaved")}
              </p>
            </div>
          )}
        </fieldset>
      </form>
      <Preview workspace={workspace} surveyId={surveyId} locale={locale} draft={draft} />
    </div>
  );
}
