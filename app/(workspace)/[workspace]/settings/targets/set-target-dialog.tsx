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
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { MetricName } from "#server/target/metrics.ts";
import type { PeriodChoice } from "#server/target/schema.ts";
import { shared } from "../_settings/words.ts";
import { ContractFields } from "./contract-fields.tsx";
import { PeriodFields } from "./period-fields.tsx";
import { t } from "./words.ts";

type Named = { id: string; name: string };
type SetTargetDialogProps = { workspace: string; teams: readonly Named[]; members: readonly Named[] };

const metrics: readonly MetricName[] = ["nps", "response_rate", "first_reply", "recovery"];

/** Asks what is to be reached, by whom and when, and sets the target. */
export function SetTargetDialog({ workspace, teams, members }: SetTargetDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const set = useMutation(
    useTRPC().target.set.mutationOptions({
      onSuccess() {
        toast.success(t("new.done"));
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    set.mutate({
      workspace,
      metric: typed(form, "metric") as MetricName,
      teamId: typed(form, "teamId") || null,
      period: typed(form, "period") as PeriodChoice,
      from: typed(form, "from"),
      to: typed(form, "to"),
      goal: typed(form, "goal"),
      minimum: typed(form, "minimum"),
      ownerId: typed(form, "ownerId"),
    });
  }

  return (
    <Dialog
      title={t("new.button")}
      description={t("new.text")}
      closeLabel={t("close")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        set.reset();
      }}
      trigger={<Button variant="primary">{t("new.button")}</Button>}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <Field name="metric" label={t("new.metric")} error={problemAt(problems, "metric")}>
          {(control) => (
            <Select {...control} defaultValue="nps">
              {metrics.map((metric) => (
                <option key={metric} value={metric}>
                  {t(`metric.${metric}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {teams.length > 0 && (
          <Field
            name="teamId"
            label={t("new.team")}
            hint={t("new.teamHint")}
            error={problemAt(problems, "teamId")}
          >
            {(control) => (
              <Select {...control} defaultValue="">
                <option value="">{t("whole")}</option>
                {teams.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <PeriodFields problems={problems} />
        <ContractFields members={members} problems={problems} />
        <SubmitButton pendingLabel={t("new.setting")} pending={set.isPending} className="justify-self-start">
          {t("new.submit")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
