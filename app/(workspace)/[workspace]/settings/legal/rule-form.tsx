"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { Section } from "#app/_ui/section.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { toast } from "#app/_ui/toast.ts";
import { formatDateTime } from "#server/i18n/format.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import type { getLegal } from "#server/legal/queries.ts";
import { acceptable } from "#server/legal/rules.ts";
import { t } from "../../_legal/words.ts";
import { shared } from "../_settings/words.ts";

type Rule = Awaited<ReturnType<typeof getLegal>>["rules"][number];

/** What one country accepts and why, to be changed or set back to what Svar proposes. */
export function RuleForm({ workspace, rule, timezone }: { workspace: string; rule: Rule; timezone: string }) {
  const { country, accepts, reason, changed } = rule;
  const router = useRouter();
  const set = useMutation(
    useTRPC().legal.setRule.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));
  const error = problemAt(problems, "rule.reason") ?? problems.find(({ fieldId }) => !fieldId)?.message;

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = acceptable.filter((ground) => form.has(ground));
    set.mutate({ workspace, country, rule: { accepts: chosen, reason: typed(form, "reason") } });
  }

  return (
    <Section title={t(`countries.${country}`)} level={3}>
      <form key={`${accepts} ${reason}`} onSubmit={save} noValidate className="grid gap-4">
        <Fieldset id={`${country}-accepts`} legend={t("accepts")}>
          {acceptable.map((ground) => (
            <Checkbox
              key={ground}
              name={ground}
              label={t(`accept.${ground}`)}
              defaultChecked={accepts.includes(ground)}
            />
          ))}
        </Fieldset>
        <Field
          name="reason"
          id={`${country}-reason`}
          label={t("reason")}
          hint={t("reasonHint")}
          error={error}
        >
          {(control) => <Textarea {...control} rows={3} defaultValue={reason} maxLength={500} />}
        </Field>
        {changed && (
          <p className="text-sm text-muted">
            {t("changed", {
              name: changed.by ?? "–",
              when: formatDateTime(changed.at, readersLanguage(), timezone),
            })}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <SubmitButton pending={set.isPending} pendingLabel={t("saving")} variant="secondary">
            {t("save")}
          </SubmitButton>
          {changed && (
            <Button onClick={() => set.mutate({ workspace, country, rule: null })}>{t("proposed")}</Button>
          )}
        </div>
      </form>
    </Section>
  );
}
