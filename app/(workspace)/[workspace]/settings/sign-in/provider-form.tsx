"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { CopyValue } from "../_settings/copy-value.tsx";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

type ProviderFormProps = {
  workspace: string;
  returnTo: string;
  issuer: string;
  clientId: string;
  /** Whether one is kept already, with its secret. */
  isSet: boolean;
};

const plain = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

/** Where the company's people sign in, and as what Svar is known there. */
export function ProviderForm({ workspace, returnTo, issuer, clientId, isSet }: ProviderFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const set = useMutation(
    useTRPC().singleSignOn.set.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        const secret = form.current?.elements.namedItem("secret");
        if (secret instanceof HTMLInputElement) secret.value = "";
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const secret = typed(data, "secret") || undefined;
    set.mutate({ workspace, issuer: typed(data, "issuer"), clientId: typed(data, "clientId"), secret });
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-4">
      <div>
        <p className="text-muted">{t("providerText")}</p>
        <p className="mt-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="min-w-0 font-mono text-sm break-all">{returnTo}</span>
          <CopyValue value={returnTo} />
        </p>
      </div>
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Field name="issuer" label={t("issuer")} hint={t("issuerHint")} error={problemAt(problems, "issuer")}>
        {(control) => <TextInput {...control} {...plain} inputMode="url" defaultValue={issuer} required />}
      </Field>
      <Field name="clientId" label={t("clientId")} error={problemAt(problems, "clientId")}>
        {(control) => <TextInput {...control} {...plain} defaultValue={clientId} required />}
      </Field>
      <Field
        name="secret"
        label={t("secret")}
        hint={t(isSet ? "secretKept" : "secretHint")}
        error={problemAt(problems, "secret")}
      >
        {(control) => <TextInput {...control} {...plain} type="password" autoComplete="new-password" />}
      </Field>
      <SubmitButton pendingLabel={t("saving")} pending={set.isPending} className="justify-self-start">
        {t("save")}
      </SubmitButton>
    </form>
  );
}
