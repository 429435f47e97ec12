"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { locales } from "#server/i18n/locales.ts";
import { t } from "../words.ts";

const words = ["name", "account", "team", "employee"] as const;
const nameOf = new Intl.DisplayNames(["en"], { type: "language" });

/** One contact by hand. What was typed stays when the server refuses it. */
export function ContactForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const save = useMutation(
    useTRPC().contact.save.mutationOptions({
      onSuccess: ({ id }) => router.push(`/${workspace}/contacts/${id}`),
    }),
  );
  const problems = problemsOf(save.error, t("form.unreachable")).map((problem) => ({
    ...problem,
    fieldId: problem.fieldId?.replace(/^contact\./, ""),
  }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fields = Object.fromEntries(words.map((name) => [name, typed(form, name)]));
    save.mutate({
      workspace,
      contact: { email: typed(form, "email"), locale: typed(form, "locale"), ...fields },
    });
  }

  return (
    <form onSubmit={submit} noValidate className="mt-6 grid max-w-lg gap-5">
      {problems.length > 0 && <ErrorSummary title={t("form.problem")} errors={problems} />}
      <Field
        name="email"
        label={t("form.email")}
        hint={t("form.emailHint")}
        error={problemAt(problems, "email")}
      >
        {(control) => <TextInput {...control} type="email" autoComplete="off" required />}
      </Field>
      {words.map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`form.${name}`)}
          optional={t("form.optional")}
          hint={name === "employee" ? t("form.employeeHint") : undefined}
          error={problemAt(problems, name)}
        >
          {(control) => <TextInput {...control} autoComplete="off" />}
        </Field>
      ))}
      <Field name="locale" label={t("form.language")} error={problemAt(problems, "locale")}>
        {(control) => (
          <Select {...control} defaultValue="">
            <option value="">{t("form.languageNone")}</option>
            {locales.map((locale) => (
              <option key={locale} value={locale}>
                {nameOf.of(locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SubmitButton pending={save.isPending} pendingLabel={t("form.saving")} className="justify-self-start">
        {t("form.save")}
      </SubmitButton>
    </form>
  );
}
