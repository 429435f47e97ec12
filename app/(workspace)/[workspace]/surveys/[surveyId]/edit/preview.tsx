"use client";

import { useState } from "react";
import type { Locale } from "#server/i18n/locales.ts";
import { t } from "../../_surveys/words.ts";
import { CheckList } from "./check-list.tsx";
import type { Draft } from "./draft.ts";
import { isMail, PreviewOptions, type View } from "./preview-options.tsx";
import { SpokenList } from "./spoken-list.tsx";
import { usePreview } from "./use-preview.ts";

const widths = { phone: 320, desktop: 600 };

type PreviewProps = { workspace: string; surveyId: string; locale: Locale; draft: Draft };

/** What customers will see and hear, drawn by the server from the same templates that are sent, and what to look at in it. */
export function Preview({ workspace, surveyId, locale, draft }: PreviewProps) {
  const [view, setView] = useState<View>({ part: "mail", width: "desktop", look: "light", score: "9" });
  const { part, width, look, score } = view;
  const { html, subject, order, checks, failed } = usePreview(`/${workspace}/surveys/${surveyId}/preview`, {
    ...{ part, look, score, locale },
    ...{ tone: draft.tone, texts: draft.texts, drivers: draft.drivers },
  });
  return (
    <section aria-label={t("preview")} className="min-w-0 xl:sticky xl:top-8">
      <h2 className="mb-2 text-sm font-medium text-muted">{t("preview")}</h2>
      <PreviewOptions view={view} onChange={setView} />
      {isMail(part) && subject && (
        <p className="mt-4 break-words" lang={locale}>
          {t("previewSubject", { subject })}
        </p>
      )}
      {look === "order" ? (
        <SpokenList order={order} locale={locale} />
      ) : (
        <div className="mt-3 overflow-x-auto rounded-sheet border border-line bg-sunken p-1">
          <iframe
            title={t("previewFrame", { part })}
            sandbox=""
            srcDoc={html}
            style={{ width: widths[width], height: 640, colorScheme: look === "dark" ? "dark" : "light" }}
            className="mx-auto block border-0 bg-surface"
          />
        </div>
      )}
      <p role="status" className="mt-2 text-muted">
        {failed && t("previewFailed")}
      </p>
      <CheckList checks={checks} />
    </section>
  );
}
