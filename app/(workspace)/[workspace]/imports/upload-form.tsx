"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import type { ImportKind } from "#server/import/schema.ts";
import { t } from "./words.ts";

/** Chooses a file and what it holds; the file is read by the server, nothing is imported yet. */
export function UploadForm({ workspace, kind }: { workspace: string; kind: ImportKind }) {
  const router = useRouter();
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPending(true);
    setError(undefined);
    const form = new FormData(event.currentTarget);
    const answer = await fetch(`/${workspace}/imports/upload`, { method: "POST", body: form })
      .then((response) => response.json())
      .catch(() => ({ error: t("upload.unreachable") }));
    if (typeof answer.id === "string") return router.push(`/${workspace}/imports/${answer.id}`);
    setError(String(answer.error ?? t("upload.unreachable")));
    setPending(false);
  }

  return (
    <form onSubmit={submit} className="mt-6 grid max-w-xl gap-5">
      <RadioGroup
        name="kind"
        legend={t("upload.kind")}
        defaultValue={kind}
        options={[
          { value: "contacts", label: t("upload.contacts"), hint: t("upload.contactsHint") },
          { value: "responses", label: t("upload.responses"), hint: t("upload.responsesHint") },
        ]}
      />
      <Field name="file" label={t("upload.file")} hint={t("upload.fileHint")} error={error}>
        {(control) => (
          <input
            {...control}
            type="file"
            required
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            className="min-h-9 text-sm file:mr-3 file:min-h-9 file:rounded-control file:border file:border-line-strong file:bg-surface file:px-3 file:text-text max-sm:file:min-h-11"
          />
        )}
      </Field>
      <SubmitButton pending={pending} pendingLabel={t("upload.sending")} className="justify-self-start">
        {t("upload.submit")}
      </SubmitButton>
    </form>
  );
}
