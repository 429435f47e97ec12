"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type Problem, problemAt, typed } from "#app/_form/problems.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "../_settings/words.ts";
import { accountRequest } from "./account-request.ts";

const known = (): Record<string, Problem> => ({
  INVALID_PASSWORD: { fieldId: "currentPassword", message: t("passwordWrong") },
  PASSWORD_TOO_SHORT: { fieldId: "newPassword", message: t("passwordShort") },
  PASSWORD_COMMON: { fieldId: "newPassword", message: t("passwordCommon") },
  PASSWORD_OWN_WORDS: { fieldId: "newPassword", message: t("passwordOwn") },
  PASSWORD_TOO_LONG: { fieldId: "newPassword", message: t("passwordLong") },
});

/** A new password against the old one; other sessions end. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [pending, setPending] = useState(false);

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    setPending(true);
    const refused = await accountRequest("/change-password", {
      currentPassword: typed(given, "currentPassword"),
      newPassword: typed(given, "newPassword"),
    });
    setPending(false);
    setProblems(refused ? [known()[refused.code] ?? { message: refused.message }] : []);
    if (refused) return;
    form.reset();
    toast.success(t("passwordChanged"));
    router.refresh();
  }

  return (
    <form method="post" noValidate onSubmit={change} className="grid gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <input type="email" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <Field
        name="currentPassword"
        label={t("currentPassword")}
        error={problemAt(problems, "currentPassword")}
      >
        {(control) => <TextInput {...control} type="password" autoComplete="current-password" required />}
      </Field>
      <Field
        name="newPassword"
        label={t("newPassword")}
        hint={t("passwordHint")}
        error={problemAt(problems, "newPassword")}
      >
        {(control) => <TextInput {...control} type="password" autoComplete="new-password" required />}
      </Field>
      <SubmitButton
        variant="secondary"
        pendingLabel={t("saving")}
        pending={pending}
        className="justify-self-start"
      >
        {t("changePassword")}
      </SubmitButton>
    </form>
  );
}
