"use client";

import { Button } from "#app/_ui/button.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("errors");

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Shown when a page broke. Its texts come with the root layout, which asks for nothing that can break. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="mx-auto grid max-w-110 gap-4 px-5 py-16">
      <h1 className="text-2xl font-bold">{t("pageTitle")}</h1>
      <p className="text-base text-muted">{t("pageText")}</p>
      {error.digest && <p className="text-muted">{t("reference", { digest: error.digest })}</p>}
      <p>
        <Button onClick={reset}>{t("retry")}</Button>
      </p>
    </div>
  );
}
