"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { problemAt } from "#app/_form/problems.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { AbTest } from "#server/campaign/schema.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { t } from "../../_campaigns/words.ts";
import { StepForm } from "./step-form.tsx";
import { useDraft } from "./use-draft.ts";
import { VersionFields } from "./version-fields.tsx";

type SenderFieldProps = {
  workspace: string;
  id: string;
  senderName: string;
  placeholder: string;
  test: AbTest | null;
  /** The language whose words of version B are written. */
  locale: Locale;
  neutral: boolean;
};

/** The sender's name, and a second version to try; the preview beside it follows what was saved. */
export function SenderField({
  workspace,
  id,
  senderName,
  placeholder,
  test,
  locale,
  neutral,
}: SenderFieldProps) {
  const router = useRouter();
  const draft = useDraft(workspace, id);
  useEffect(() => {
    if (draft.saves > 0) router.refresh();
  }, [draft.saves, router]);
  return (
    <StepForm here={`/${workspace}/campaigns/${id}`} step="text" draft={draft}>
      <Field
        name="senderName"
        label={t("text.sender")}
        optional={t("text.optional")}
        hint={t("text.senderHint")}
        error={problemAt(draft.problems, "senderName")}
      >
        {(control) => (
          <TextInput
            {...control}
            defaultValue={senderName}
            placeholder={placeholder}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => draft.change({ senderName: event.target.value })}
          />
        )}
      </Field>
      <Checkbox
        label={t("text.neutral")}
        hint={t("text.neutralHint")}
        defaultChecked={neutral}
        onChange={(event) => draft.change({ neutral: event.target.checked })}
      />
      <VersionFields key={locale} draft={draft} test={test} locale={locale} />
    </StepForm>
  );
}
