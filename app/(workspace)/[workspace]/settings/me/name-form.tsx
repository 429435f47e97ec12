"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { typed } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t } from "../_settings/words.ts";
import { accountRequest } from "./account-request.ts";

/** What colleagues and customers call somebody; the address cannot be changed here. */
export function NameForm({ name, email }: { name: string; email: string }) {
  const router = useRouter();
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = typed(new FormData(event.currentTarget), "name").trim();
    if (!given) return setError(t("myNameMissing"));
    setPending(true);
    const refused = await accountRequest("/update-user", { name: given });
    setPending(false);
    setError(refused?.message);
    if (refused) return;
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <form method="post" noValidate onSubmit={save} className="grid gap-4">
      <Field name="name" label={t("myName")} hint={t("myNameHint")} error={error}>
        {(control) => (
          <TextInput {...control} defaultValue={name} autoComplete="name" maxLength={100} required />
        )}
      </Field>
      <Field name="email" label={t("email")}>
        {(control) => <TextInput {...control} type="email" defaultValue={email} readOnly />}
      </Field>
      <SubmitButton
        variant="secondary"
        pendingLabel={t("saving")}
        pending={pending}
        className="justify-self-start"
      >
        {t("save")}
      </SubmitButton>
    </form>
  );
}
