"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Section } from "#app/_ui/section.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { isLocale } from "#server/i18n/locales.ts";
import type { getSettings } from "#server/workspace/queries.ts";
import { shared, t } from "../_settings/words.ts";
import { CompanyFields } from "./company-fields.tsx";
import { RespectFields } from "./respect-fields.tsx";

export type Settings = Awaited<ReturnType<typeof getSettings>>;
type WorkspaceFormProps = { workspace: string; settings: Settings; example: string; timeZones: string[] };

export function WorkspaceForm({ workspace, settings, example, timeZones }: WorkspaceFormProps) {
  const router = useRouter();
  const update = useMutation(
    useTRPC().workspace.updateSettings.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(update.error, shared("unreachable"));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const locale = typed(form, "locale");
    update.mutate({
      workspace,
      name: typed(form, "name"),
      locale: isLocale(locale) ? locale : "en",
      timezone: typed(form, "timezone"),
      postalAddress: typed(form, "postalAddress"),
      gapAnyDays: typed(form, "gapAnyDays"),
      gapTouchpointDays: typed(form, "gapTouchpointDays"),
      gapRelationshipDays: typed(form, "gapRelationshipDays"),
      caseDueHours: typed(form, "caseDueHours"),
      recoveryDays: typed(form, "recoveryDays"),
      confirmedOnly: form.has("confirmedOnly"),
      asksToQuote: form.has("asksToQuote"),
    });
  }

  return (
    <form method="post" noValidate onSubmit={save} className="max-w-xl">
      <div className="mt-6 empty:hidden">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
      </div>
      <Section title={t("company")}>
        <CompanyFields settings={settings} timeZones={timeZones} problems={problems} />
      </Section>
      <Section title={t("respect")} space="rule">
        <RespectFields settings={settings} example={example} problems={problems} />
      </Section>
      <div className="mt-8">
        <SubmitButton pendingLabel={t("saving")} pending={update.isPending}>
          {t("save")}
        </SubmitButton>
      </div>
    </form>
  );
}
