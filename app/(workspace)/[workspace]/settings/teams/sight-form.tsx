"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { sights } from "#server/team/choices.ts";
import type { SetSight } from "#server/team/schema.ts";
import { shared, t } from "./words.ts";

type SightFormProps = {
  workspace: string;
  sees: SetSight["sees"];
  /** The agents and viewers who are in no team, by name. */
  unplaced: readonly string[];
};

/** What agents and viewers see, and who would see next to nothing. */
export function SightForm({ workspace, sees, unplaced }: SightFormProps) {
  const router = useRouter();
  const [chosen, choose] = useState(sees);
  const set = useMutation(
    useTRPC().team.setSight.mutationOptions({
      onSuccess() {
        toast.success(t("sightSaved"));
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    set.mutate({ workspace, sees: chosen });
  }

  return (
    <form method="post" noValidate onSubmit={save} className="grid gap-4">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <RadioGroup
        name="sees"
        legend={t("seesLegend")}
        value={chosen}
        onValueChange={(value) => choose(value as SetSight["sees"])}
        options={sights.map((value) => ({
          value,
          label: t(`sees.${value}`),
          hint: t(`seesHint.${value}`),
        }))}
        {...(problemAt(problems, "sees") ? { error: problemAt(problems, "sees")! } : {})}
      />
      {chosen !== "everything" && (
        <Notice live tone={unplaced.length > 0 ? "warn" : "info"} title={t("previewTitle")}>
          <p>
            {t(unplaced.length > 0 ? `unplaced.${chosen}` : "allPlaced", {
              n: unplaced.length,
              names: unplaced.join(", "),
            })}
          </p>
          <p className="mt-1">{t("keysSeeAll")}</p>
        </Notice>
      )}
      <SubmitButton
        variant="secondary"
        pendingLabel={t("saving")}
        pending={set.isPending}
        className="justify-self-start"
      >
        {t("save")}
      </SubmitButton>
    </form>
  );
}
