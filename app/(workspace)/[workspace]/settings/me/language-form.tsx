"use client";

import { type FormEvent, useState } from "react";
import { typed } from "#app/_form/problems.ts";
import { Field } from "#app/_ui/field.tsx";
import { LanguageOptions } from "#app/_ui/language-options.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import type { Locale } from "#server/i18n/locales.ts";
import { t } from "../_settings/words.ts";
import { accountRequest } from "./account-request.ts";

/** The language of the application and of mails about one's account; the page is loaded anew in the one that is saved. */
export function LanguageForm({ current }: { current: Locale }) {
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPending(true);
    const refused = await accountRequest("/update-user", {
      locale: typed(new FormData(event.currentTarget), "locale"),
    });
    setError(refused?.message);
    if (!refused) return location.reload();
    setPending(false);
  }

  return (
    <form method="post" noValidate onSubmit={save} className="grid gap-4">
      <Field name="locale" label={t("myLanguage")} hint={t("myLanguageHint")} error={error}>
        {(control) => (
          <Select {...control} defaultValue={current} className="max-w-60">
            <LanguageOptions />
          </Select>
        )}
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
