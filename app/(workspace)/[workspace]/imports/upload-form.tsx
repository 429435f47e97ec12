"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import type { ImportKind } from "#server/import/schema.ts";
import { FileField } from "./file-field.tsx";
import { t } from "./words.ts";

/** Chooses a file, or rows pasted from a spreadsheet, and what they hold; the server reads them, nothing is imported yet. */
export function UploadForm({ workspace, kind }: { workspace: string; kind: ImportKind }) {
  const router = useRouter();
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPending(true);
    setError(undefined);
    const body = new FormData(event.currentTarget);
    const answer = await fetch(`/${workspace}/imports/upload`, { method: "POST", body })
      .then((response) => response.json())
      .catch(() => ({ error: t("upload.unreachable") }));
    if (typeof answer.id === "string") return router.push(`/${workspace}/imports/${answer.id}?step=match`);
    setError(String(answer.error ?? t("upload.unreachable")));
    setPending(false);
  }

  return (
    <form onSubmit={submit} noValidate className="mt-6 grid max-w-xl gap-5">
      {error && <ErrorSummary title={t("failed")} errors={[{ fieldId: "file", message: error }]} />}
      <RadioGroup
        name="kind"
        legend={t("upload.kind")}
        defaultValue={kind}
        options={[
          { value: "contacts", label: t("upload.contacts"), hint: t("upload.contactsHint") },
          { value: "responses", label: t("upload.responses"), hint: t("upload.responsesHint") },
        ]}
      />
      <FileField error={error} />
      <details>
        <summary className="w-fit rounded-mark py-1 text-sm font-medium text-brand underline underline-offset-3">
          {t("upload.paste")}
        </summary>
        <div className="mt-2">
          <Field name="text" label={t("upload.text")} hint={t("upload.textHint")}>
            {(control) => (
              <Textarea
                {...control}
                rows={6}
                spellCheck={false}
                className="max-h-96 font-mono whitespace-pre"
              />
            )}
          </Field>
        </div>
      </details>
      <SubmitButton pending={pending} pendingLabel={t("upload.sending")} className="justify-self-start">
        {t("upload.submit")}
      </SubmitButton>
    </form>
  );
}
