"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { problemsOf } from "#app/_form/problems.ts";
import { shared, t } from "#app/_second-factor/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import type { getDemand } from "#server/workspace/demand-second-factor.ts";

type DemandSwitchProps = Awaited<ReturnType<typeof getDemand>> & { workspace: string; timeZone: string };

/** Whether everybody here must sign in with a second factor; saved as soon as it is changed. */
export function DemandSwitch({ workspace, demand, people, timeZone }: DemandSwitchProps) {
  const router = useRouter();
  const set = useMutation(
    useTRPC().workspace.demandSecondFactor.mutationOptions({
      onSuccess() {
        toast.success(t("demandSaved"));
        router.refresh();
      },
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  return (
    <>
      <Checkbox
        label={t("demandLabel")}
        hint={t("demandText")}
        checked={set.isPending ? set.variables.demanded : demand !== null}
        onChange={({ target }) => set.mutate({ workspace, demanded: target.checked })}
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
