"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { languageText } from "#app/_i18n/format.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { toast } from "#app/_ui/toast.ts";
import { locales } from "#server/i18n/locales.ts";
import { shared, t } from "../_surveys/words.ts";

type YouSaidFormProps = { workspace: string; saved: Record<string, string>; mayEdit: boolean };

/** The line in each language; an empty one is not there. */
export function YouSaidForm({ workspace, saved, mayEdit }: YouSaidFormProps) {
  const router = useRouter();
  const update = useMutation(
    useTRPC().workspace.updateYouSaid.mutationOptions({
      onSuccess() {
        toast.success(t("youSaid.saved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(update.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const youSaid = Object.fromEntries(locales.map((locale) => [locale, typed(form, `youSaid.${locale}`)]));
    update.mutate({ workspace, youSaid });
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="mt-8 max-w-2xl">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <p className="mb-6 text-muted">{t("youSaid.hint")}</p>
      <fieldset disabled={!mayEdit} className="grid min-w-0 gap-5">
        <legend className="sr-only">{t("youSaid.title")}</legend>
        {locales.map((locale) => {
          const id = `youSaid.${locale}`;
          return (
            <Field
              key={locale}
              name={id}
              id={id}
              label={languageText(locale)}
              error={problemAt(problems, id)}
            >
              {(control) => (
                <Textarea {...control} name={id} lang={locale} rows={2} defaultValue={saved[locale] ?? ""} />
              )}
            </Field>
          );
        })}
        {mayEdit && (
          <SubmitButton pendingLabel={t("saving")} pending={update.isPending} className="justify-self-start">
            {t("youSaid.save")}
          </SubmitButton>
        )}
      </fieldset>
    </form>
  );
}
