"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { LanguageOptions } from "#app/_ui/language-options.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { Locale } from "#server/i18n/locales.ts";
import type { Template } from "#server/template/queries.ts";
import { variables } from "#server/template/rules.ts";
import { shared } from "../_settings/words.ts";
import { ruleNames, t } from "./words.ts";

type TemplateDialogProps = {
  workspace: string;
  /** The workspace's language. */
  locale: string;
  /** Which one is changed; a new one without. */
  template?: Template;
  /** The rules that send it by themselves. */
  sentBy?: readonly string[];
};

/** Asks for a text to begin replies with, or shows one to be changed. */
export function TemplateDialog({ workspace, locale, template, sentBy = [] }: TemplateDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const save = useMutation(
    useTRPC().template.save.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(save.error, shared("unreachable"));
  const title = template ? t("changeNamed", { name: template.name }) : t("new");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save.mutate({
      workspace,
      id: template?.id,
      name: typed(form, "name"),
      locale: typed(form, "locale") as Locale,
      text: typed(form, "text"),
    });
  }

  return (
    <Dialog
      title={title}
      description={template ? sentBy.length > 0 && t("changeSent", ruleNames(sentBy)) : t("newText")}
      closeLabel={t("close")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        save.reset();
      }}
      trigger={
        template ? (
          <Button size="small" aria-label={title}>
            {t("change")}
          </Button>
        ) : (
          <Button variant="primary">{t("new")}</Button>
        )
      }
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <Field name="name" label={t("name")} hint={t("nameHint")} error={problemAt(problems, "name")}>
          {(control) => (
            <TextInput
              {...control}
              defaultValue={template?.name}
              maxLength={60}
              autoComplete="off"
              required
            />
          )}
        </Field>
        <Field name="locale" label={t("language")} error={problemAt(problems, "locale")}>
          {(control) => (
            <Select {...control} defaultValue={template?.locale ?? locale}>
              <LanguageOptions />
            </Select>
          )}
        </Field>
        <Field
          name="text"
          label={t("text")}
          hint={t("textHint", { variables: variables.map((one) => `{{${one}}}`).join(", ") })}
          error={problemAt(problems, "text")}
        >
          {(control) => <Textarea {...control} rows={8} defaultValue={template?.text} required />}
        </Field>
        <SubmitButton pendingLabel={t("saving")} pending={save.isPending} className="justify-self-start">
          {t("save")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
