"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { Value } from "#server/case/value.ts";
import { shared, t } from "../_settings/words.ts";

/** By which attribute the queue knows what a customer is worth, and how that is said. */
export function ValueForm({ workspace, value }: { workspace: string; value: Value }) {
  const router = useRouter();
  const set = useMutation(
    useTRPC().case.setValue.mutationOptions({
      onSuccess() {
        toast.success(t("valueSaved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));
  const known = value.attribute ? [value.attribute, ...value.attributes] : value.attributes;

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    set.mutate({ workspace, attribute: typed(form, "attribute") || null, unit: typed(form, "unit") });
  }

  return (
    <form method="post" noValidate onSubmit={save} className="max-w-xl">
      <Section title={t("value")} space="rule">
        <p className="mb-4 text-sm text-muted">{t("valueText")}</p>
        <div className="grid gap-6">
          <ErrorSummary title={shared("formTitle")} errors={problems} />
          <Field
            name="attribute"
            label={t("valueAttribute")}
            hint={t(known.length > 0 ? "valueHint" : "valueNone")}
            error={problemAt(problems, "attribute")}
          >
            {(control) => (
              <Select {...control} defaultValue={value.attribute ?? ""}>
                <option value="">{t("valueNothing")}</option>
                {[...new Set(known)].map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            name="unit"
            label={t("valueUnit")}
            optional={t("optional")}
            hint={t("valueUnitHint")}
            error={problemAt(problems, "unit")}
          >
            {(control) => (
              <TextInput {...control} defaultValue={value.unit ?? ""} maxLength={20} className="max-w-48" />
            )}
          </Field>
          {value.attribute && (
            <p className="text-sm text-muted">{t("valued", { valued: value.valued, open: value.open })}</p>
          )}
          <SubmitButton
            variant="secondary"
            pendingLabel={t("saving")}
            pending={set.isPending}
            className="justify-self-start"
          >
            {t("valueSave")}
          </SubmitButton>
        </div>
      </Section>
    </form>
  );
}
