"use client";

import { useState } from "react";
import type { Locale } from "#server/i18n/locales.ts";
import { t } from "../../_surveys/words.ts";
import type { Draft } from "./draft.ts";
import { Segments } from "./segments.tsx";
import { type PreviewPart, type PreviewScheme, type PreviewScore, usePreview } from "./use-preview.ts";

const widths = { phone: 320, desktop: 600 };

type PreviewProps = { workspace: string; surveyId: string; locale: Locale; draft: Draft };

/** What customers will see, drawn by the server from the same templates that are sent. */
export function Preview({ workspace, surveyId, locale, draft }: PreviewProps) {
  const [part, setPart] = useState<PreviewPart>("mail");
  const [width, setWidth] = useState<keyof typeof widths>("desktop");
  const [scheme, setScheme] = useState<PreviewScheme>("light");
  const [score, setScore] = useState<PreviewScore>("9");
  const { html, subject, failed } = usePreview(`/${workspace}/surveys/${surveyId}/preview`, {
    part,
    scheme,
    score,
    locale,
    tone: draft.tone,
    texts: draft.texts[locale] ?? {},
    drivers: draft.drivers,
  });

  const isMail = part === "mail" || part === "reminder";

  return (
    <section aria-label={t("preview")} className="min-w-0 xl:sticky xl:top-8">
      <h2 className="mb-2 text-sm font-medium text-muted">{t("preview")}</h2>
      <div className="flex flex-wrap gap-2">
        <Segments
          legend={t("previewOf")}
          value={part}
          onChange={setPart}
          options={[
            { value: "mail", label: t("previewMail") },
            { value: "reminder", label: t("previewReminder") },
            { value: "answer", label: t("previewAnswer") },
            { value: "thanks", label: t("previewThanks") },
          ]}
        />
        <Segments
          legend={t("width")}
          value={width}
          onChange={setWidth}
          options={[
            { value: "phone", label: t("phone") },
            { value: "desktop", label: t("desktop") },
          ]}
        />
        <Segments
          legend={t("preview")}
          value={scheme}
          onChange={setScheme}
          options={[
            { value: "light", label: t("light") },
            { value: "dark", label: t("dark") },
          ]}
        />
        {!isMail && (
          <Segments
            legend={t("score")}
            value={score}
            onChange={setScore}
            options={(["3", "7", "9"] as const).map((one) => ({ value: one, label: `${t("score")} ${one}` }))}
          />
        )}
      </div>
      {isMail && subject && (
        <p className="mt-4 break-words" lang={locale}>
          {t("previewSubject", { subject })}
        </p>
      )}
      <div className="mt-3 overflow-x-auto rounded-sheet border border-line bg-sunken p-1">
        <iframe
          title={t("previewFrame", { part })}
          sandbox=""
          srcDoc={html}
          style={{ width: widths[width], height: 640, colorScheme: scheme }}
          className="mx-auto block border-0 bg-surface"
        />
      </div>
      <p role="status" className="mt-2 text-muted">
        {failed && t("previewFailed")}
      </p>
    </section>
  );
}
