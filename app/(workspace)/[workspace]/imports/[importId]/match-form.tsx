"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import type { LegalGround } from "#db/schema/index.ts";
import { contactTargets, otherTargets, responseTargets } from "#server/import/choices.ts";
import type { ImportKind, Mapping } from "#server/import/schema.ts";
import { GroundFields } from "../../_legal/ground-fields.tsx";
import { typedGround } from "../../_legal/typed-ground.ts";
import { t as legal } from "../../_legal/words.ts";
import { t } from "../words.ts";
import { type Column, ColumnChoice } from "./column-choice.tsx";

type MatchFormProps = {
  workspace: string;
  importId: string;
  kind: ImportKind;
  columns: Column[];
  surveys: { id: string; name: string }[];
  surveyId: string | null;
  ground: { legalGround: LegalGround | null; groundSource: string | null; consentedAt: Date | null };
};

/** What each column holds, chosen from a list; then the rows are checked. */
export function MatchForm({ workspace, importId, kind, columns, surveys, surveyId, ground }: MatchFormProps) {
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
    save.mutate({
      ...{ workspace, importId, mapping: Object.fromEntries(chosen) as Mapping },
      surveyId: typed(form, "surveyId") || null,
      ground: kind === "contacts" ? typedGround(form) : null,
    });
  }

  const problems = problemsOf(save.error, t("upload.unreachable")).map(({ fieldId, message }) => ({
    fieldId: fieldId === "mapping" ? "column-0" : fieldId?.replace(/^ground\./, ""),
    message,
  }));

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {problems.length > 0 && <ErrorSummary title={t("failed")} errors={problems} />}
      <ul aria-label={t("steps.match")} className="max-w-5xl border-t border-line">
        {columns.map((column, at) => (
          <ColumnChoice key={column.name} column={column} at={at} targets={targets} />
        ))}
      </ul>
      {kind === "contacts" && (
        <div className="grid max-w-md gap-5">
          <GroundFields
            label={legal("field.import")}
            hint={legal("field.importHint")}
            ground={ground.legalGround}
            source={ground.groundSource ?? ""}
            consentedOn={ground.consentedAt?.toISOString().slice(0, 10) ?? ""}
            problems={problems}
            open
          />
        </div>
      )}
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
