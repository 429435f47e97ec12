"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { getRetention } from "#server/retention/queries.ts";
import type { Kind, Months } from "#server/retention/rules.ts";
import { shared } from "../_settings/words.ts";
import { PeriodField } from "./period-field.tsx";
import { t } from "./words.ts";
import { WouldGo } from "./would-go.tsx";

export type KindShown = Awaited<ReturnType<typeof getRetention>>["kinds"][number];
type RetentionFormProps = { workspace: string; kinds: readonly KindShown[]; timeZone: string };

/** For how long each kind is kept; what would go by what is chosen can be counted before it is saved. */
export function RetentionForm({ workspace, kinds, timeZone }: RetentionFormProps) {
  const router = useRouter();
  const chosen = Object.fromEntries(kinds.map(({ kind, months }) => [kind, months])) as Record<Kind, Months>;
  const [periods, setPeriods] = useState(chosen);
  const [counted, setCounted] = useState<typeof periods | null>(null);
  const set = useMutation(
    useTRPC().retention.set.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        router.refresh();
      },
    }),
  );

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    set.mutate({ workspace, periods });
  }

  return (
    <form method="post" noValidate onSubmit={save} className="max-w-4xl">
      <ErrorSummary title={shared("formTitle")} errors={problemsOf(set.error, shared("unreachable"))} />
      <div className="mb-4">
        {kinds.toReversed().map((shown) => (
          <PeriodField
            key={shown.kind}
            shown={shown}
            months={periods[shown.kind]}
            timeZone={timeZone}
            onChange={(months) => setPeriods({ ...periods, [shown.kind]: months })}
          />
        ))}
      </div>
      <p className="mb-6 max-w-[66ch] text-sm text-muted">{t("elsewhere")}</p>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel={t("saving")} pending={set.isPending}>
          {t("save")}
        </SubmitButton>
        <Button onClick={() => setCounted({ ...periods })}>{t("preview")}</Button>
      </div>
      {counted && <WouldGo workspace={workspace} periods={counted} timeZone={timeZone} />}
    </form>
  );
}
