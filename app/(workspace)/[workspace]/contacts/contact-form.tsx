"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { LegalGround } from "#db/schema/index.ts";
import { GroundFields } from "../_legal/ground-fields.tsx";
import { typedGround } from "../_legal/typed-ground.ts";
import { t as legal } from "../_legal/words.ts";
import { AttributeFields, attributesIn } from "./attribute-fields.tsx";
import { LanguageField } from "./language-field.tsx";
import { t } from "./words.ts";

const words = ["name", "account", "team", "employee", "externalId"] as const;

/** What is known of a contact as the form shows it. */
export type Written = {
  email: string;
  locale: string;
  attributes: Record<string, string>;
  ground: LegalGround;
  groundSource: string;
  /** Like 2026-05-31, or empty. */
  consentedOn: string;
} & Record<(typeof words)[number], string>;

type ContactFormProps = { workspace: string; contactId?: string; written?: Written };

/** One contact by hand, new or known. What was typed stays when the server refuses it. */
export function ContactForm({ workspace, contactId, written }: ContactFormProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const saved = {
    onSuccess: ({ id }: { id: string }) => {
      router.push(`/${workspace}/contacts/${id}`);
      router.refresh();
    },
  };
  const save = useMutation(trpc.contact.save.mutationOptions(saved));
  const update = useMutation(trpc.contact.update.mutationOptions(saved));
  const { error, isPending } = contactId ? update : save;
  const problems = problemsOf(error, t("form.unreachable")).map((problem) => ({
    ...problem,
    fieldId: problem.fieldId?.replace(/^contact\./, ""),
  }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const contact = {
      email: typed(form, "email"),
      locale: typed(form, "locale"),
      ...Object.fromEntries(words.map((name) => [name, typed(form, name)])),
      attributes: attributesIn(form),
      ...typedGround(form),
    };
    if (contactId) update.mutate({ workspace, contactId, contact });
    else save.mutate({ workspace, contact });
  }

  return (
    <form onSubmit={submit} noValidate className="mt-6 grid max-w-lg gap-5">
      {problems.length > 0 && <ErrorSummary title={t("form.problem")} errors={problems} />}
      <Field
        name="email"
        label={t("form.email")}
        hint={contactId ? undefined : t("form.emailHint")}
        error={problemAt(problems, "email")}
      >
        {(control) => (
          <TextInput {...control} type="email" autoComplete="off" required defaultValue={written?.email} />
        )}
      </Field>
      {words.map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`form.${name}`)}
          optional={t("form.optional")}
          hint={name === "employee" || name === "externalId" ? t(`form.${name}Hint`) : undefined}
          error={problemAt(problems, name)}
        >
          {(control) => <TextInput {...control} autoComplete="off" defaultValue={written?.[name]} />}
        </Field>
      ))}
      <LanguageField written={written?.locale ?? ""} error={problemAt(problems, "locale")} />
      <GroundFields
        label={legal("field.legend")}
        ground={written?.ground ?? null}
        source={written?.groundSource ?? ""}
        consentedOn={written?.consentedOn ?? ""}
        problems={problems}
      />
      <AttributeFields written={written?.attributes ?? {}} problems={problems} />
      <SubmitButton pending={isPending} pendingLabel={t("form.saving")} className="justify-self-start">
        {t("form.save")}
      </SubmitButton>
    </form>
  );
}
