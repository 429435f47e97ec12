"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import {
  contactTargets,
  type ImportKind,
  otherTargets,
  responseTargets,
  SetMapping,
  type Target,
} from "#server/import/schema.ts";
import { t } from "../words.ts";

type MatchFormProps = {
  workspace: string;
  importId: string;
  kind: ImportKind;
  columns: { name: string; target: Target; samples: string[] }[];
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
    const chosen = columns.map(({ name }, index) => [name, form.get(`column-${index}`)]);
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
        <ErrorSummary title={t("failed")} errors={[{ fieldId: "column-0", message: save.error.message }]} />
      )}
      <Table caption={t("steps.match")}>
        <thead>
          <tr>
            <Th>{t("match.column")}</Th>
            <Th>{t("match.holds")}</Th>
            <Th>{t("match.samples")}</Th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={column.name}>
              <Th scope="row">{column.name}</Th>
              <Td>
                <Select
                  id={`column-${index}`}
                  name={`column-${index}`}
                  aria-label={`${column.name}: ${t("match.holds")}`}
                  defaultValue={column.target}
                  className="w-60"
                >
                  {targets.map((target) => (
                    <option key={target} value={target}>
                      {t(`targets.${target}`)}
                    </option>
                  ))}
                </Select>
              </Td>
              <Td>
                <span className="line-clamp-2 max-w-[48ch] text-muted">{column.samples.join(" · ")}</span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
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
