"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { usualGrounds as grounds } from "#server/legal/choices.ts";
import { type Country, countries } from "#server/legal/rules.ts";
import { t } from "../../_legal/words.ts";
import { shared } from "../_settings/words.ts";

type DefaultsFormProps = { workspace: string; ground: (typeof grounds)[number]; country: Country };

/** The ground of contacts that come without one, and the country of those that tell none. */
export function DefaultsForm({ workspace, ground, country }: DefaultsFormProps) {
  const router = useRouter();
  const set = useMutation(
    useTRPC().legal.setDefaults.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    set.mutate({
      workspace,
      ground: grounds.find((each) => each === typed(form, "ground")) ?? ground,
      country: countries.find((each) => each === typed(form, "country")) ?? country,
    });
  }

  return (
    <form onSubmit={save} noValidate className="grid max-w-xl gap-5">
      {problems.length > 0 && <ErrorSummary title={shared("formTitle")} errors={problems} />}
      <RadioGroup
        name="ground"
        legend={t("ground")}
        hint={t("groundHint")}
        defaultValue={ground}
        error={problemAt(problems, "ground")}
        options={grounds.map((value) => ({
          value,
          label: t(`grounds.${value}`),
          hint: t(`groundHints.${value}`),
        }))}
      />
      <Field
        name="country"
        label={t("country")}
        hint={t("countryHint")}
        error={problemAt(problems, "country")}
      >
        {(control) => (
          <Select {...control} defaultValue={country}>
            {countries.map((each) => (
              <option key={each} value={each}>
                {t(`countries.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SubmitButton pending={set.isPending} pendingLabel={t("saving")} className="justify-self-start">
        {t("save")}
      </SubmitButton>
    </form>
  );
}
