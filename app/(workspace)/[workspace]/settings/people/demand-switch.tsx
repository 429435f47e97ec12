"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { shared, t } from "#app/_second-factor/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { getDemand } from "#server/workspace/demand-second-factor.ts";

type DemandSwitchProps = Awaited<ReturnType<typeof getDemand>> & { workspace: string; timeZone: string };

/** Whether everybody here must sign in with a second factor; saved as soon as it is changed. */
export function DemandSwitch({ workspace, demand, people, timeZone }: DemandSwitchProps) {
  const router = useRouter();
  /** What was chosen, until the page is read anew: `over` is what it said before. */
  const [chosen, choose] = useState<{ demanded: boolean; over: typeof demand }>();
  const set = useMutation(
    useTRPC().workspace.demandSecondFactor.mutationOptions({
      onSuccess() {
        toast.success(t("demandSaved"));
        router.refresh();
      },
      onError(error) {
        choose(undefined);
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  if (chosen && !set.isPending && chosen.over !== demand) choose(undefined);

  function change(demanded: boolean): void {
    choose({ demanded, over: demand });
    set.mutate({ workspace, demanded });
  }

  return (
    <>
      <Checkbox
        label={t("demandLabel")}
        hint={t("demandText")}
        checked={chosen ? chosen.demanded : demand !== null}
        onChange={({ target }) => change(target.checked)}
      />
      <p className="mt-1 text-muted">
        {t("demandPeople", { have: people.have, all: people.all })}{" "}
        {demand && (
          <>
            {demand.by ? t("demandedBy", { name: demand.by }) : t("demandedSince")}{" "}
            <Moment at={demand.since} timeZone={timeZone} style="date" />.
          </>
        )}
      </p>
    </>
  );
}
