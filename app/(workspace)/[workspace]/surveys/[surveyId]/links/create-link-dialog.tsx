"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { LanguageOptions } from "#app/_ui/language-options.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { isLocale } from "#server/i18n/locales.ts";
import { shared, t } from "../../_surveys/words.ts";

const kinds = () =>
  (["link", "kiosk"] as const).map((value) => ({
    value,
    label: t(`links.kind.${value}`),
    hint: t(`links.kindHint.${value}`),
  }));

/** Asks what a new link is for, and makes it. */
export function CreateLinkDialog({ workspace, surveyId }: { workspace: string; surveyId: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const create = useMutation(
    useTRPC().surveyLink.create.mutationOptions({
      onSuccess() {
        toast.success(t("links.created"));
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(create.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const locale = typed(form, "locale");
    create.mutate({
      workspace,
      surveyId,
      name: typed(form, "name"),
      kind: typed(form, "kind") === "kiosk" ? "kiosk" : "link",
      touchpoint: typed(form, "touchpoint"),
      locale: isLocale(locale) ? locale : null,
      once: form.has("once"),
    });
  }

  return (
    <Dialog
      title={t("links.new")}
      description={t("links.newText")}
      closeLabel={t("cancel")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t("links.new")}</Button>}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <Field name="name" label={t("name")} hint={t("links.nameHint")} error={problemAt(problems, "name")}>
          {(control) => <TextInput {...control} autoComplete="off" required />}
        </Field>
        <RadioGroup name="kind" legend={t("kind")} options={kinds()} defaultValue="link" />
        <Field
          name="touchpoint"
          label={t("touchpoint")}
          optional={t("optional")}
          hint={t("links.touchpointHint")}
          error={problemAt(problems, "touchpoint")}
        >
          {(control) => <TextInput {...control} autoComplete="off" />}
        </Field>
        <Field name="locale" label={t("language")}>
          {(control) => (
            <Select {...control} defaultValue="">
              <option value="">{t("links.anyLanguage")}</option>
              <LanguageOptions />
            </Select>
          )}
        </Field>
        <Checkbox name="once" value="yes" label={t("links.once")} />
        <SubmitButton pendingLabel={t("creating")} pending={create.isPending} className="justify-self-start">
          {t("links.create")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
