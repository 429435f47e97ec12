"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import {
  contactTargets,
  type ImportKind,
  otherTargets,
  responseTargets,
  SetMapping,
} from "#server/import/schema.ts";
import { t } from "../words.ts";
import { type Column, ColumnChoice } from "./column-choice.tsx";

type MatchFormProps = {
  workspace: string;
  importId: string;
  kind: ImportKind;
  columns: Column[];
  surveys: { id: string; name: string }[];
  surveyId: string | null;
};

/** What each column holds, chosen from a list; then the rows are checked. */
export function MatchForm({ workspace, importId, kind, columns, surveys, surveyId }: MatchFormProps) {
  const router = useRouter();
  const save = useMutation(
    useTRPC().import.setMapping.mutationOptions({
      onSuccess: () => router.push(`/${workspace}/imports/${importId}?step=check`),
    }),
  );
  const targets = [...(kind === "contacts" ? contactTargets : responseTargets), ...otherTargets];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = columns.map(({ name }, at) => [name, form.get(`column-${at}`)]);
    const input = SetMapping.parse({
      importId,
      mapping: Object.fromEntries(chosen),
      surveyId: form.get("surveyId") || null,
    });
    save.mutate({ workspace, ...input });
  }

  return (
    <form onSubmit={submit} className="grid gap-5">
      {save.error && (
        <ErrorSummary
          title={t("failed")}
          errors={problemsOf(save.error, t("upload.unreachable")).map(({ fieldId, message }) => ({
            fieldId: fieldId === "mapping" ? "column-0" : fieldId,
            message,
          }))}
        />
      )}
      <ul aria-label={t("steps.match")} className="max-w-5xl border-t border-line">
        {columns.map((column, at) => (
          <ColumnChoice key={column.name} column={column} at={at} targets={targets} />
        ))}
      </ul>
      {kind === "responses" && (
        <div className="max-w-md">
          <Field name="surveyId" label={t("match.survey")}>
            {(control) => (
              <Select {...control} defaultValue={surveyId ?? ""}>
                <option value="">{t("match.newSurvey")}</option>
                {surveys.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      )}
      <SubmitButton pending={save.isPending} pendingLabel={t("match.saving")} className="justify-self-start">
        {t("match.submit")}
      </SubmitButton>
    </form>
  );
}
