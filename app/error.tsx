"use client";

import { Button } from "#app/_ui/button.tsx";
import { errors } from "#server/i18n/messages/en/app/errors.ts";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Shown when a page broke. Its texts come without the translator: nothing here may need anything that can break. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="mx-auto grid max-w-110 gap-4 px-5 py-16">
      <h1 className="text-2xl font-bold">{errors.pageTitle}</h1>
      <p className="text-base text-muted">{errors.pageText}</p>
      {error.digest && <p className="text-muted">{errors.reference.replace("{digest}", error.digest)}</p>}
      <p>
        <Button onClick={reset}>{errors.retry}</Button>
      </p>
    </div>
  );
}
