"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Select } from "#app/_ui/select.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { CaseState } from "#server/case/rules.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import { type CaseHere, useCaseKeys } from "./use-case-keys.ts";

type CaseActionsProps = { here: CaseHere; state: CaseState; assigneeId: string | null };

/** Who owns the case, snoozing and closing it, or opening it again; and its keys. */
export function CaseActions({ here, state, assigneeId }: CaseActionsProps) {
  const t = words();
  const router = useRouter();
  const { workspace, frame, act } = useActing();
  const ask = useCaseKeys(here, state);
  const onError = (error: { message: string }) => toast.error(t("failed"), { description: error.message });
  const reopen = useMutation(
    useTRPC().case.reopen.mutationOptions({
      onError,
      onSuccess: () => {
        toast.success(t("reopened"));
        router.refresh();
      },
    }),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  async function assign(wanted: string) {
    setChosen(wanted);
    const obstacle = await act({ kind: "assign", assigneeId: wanted || null }, { cases: [here] });
    setChosen(null);
    if (obstacle) onError({ message: obstacle });
  }
  const openAgain = () => reopen.mutate({ workspace, caseId: here.id });

  return (
    <>
      <Select
        aria-label={t("owner")}
        value={chosen ?? assigneeId ?? ""}
        onChange={(event) => assign(event.target.value)}
      >
        <option value="">{t("unassigned")}</option>
        {frame.colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {state === "snoozed" && (
        <Button disabled={reopen.isPending} onClick={openAgain}>
          {t("snooze.wake")}
        </Button>
      )}
      {state !== "closed" && <Button onClick={() => ask("snooze")}>{t("snooze.button")}</Button>}
      {state === "closed" ? (
        <Button disabled={reopen.isPending} onClick={openAgain}>
          {reopen.isPending ? t("reopening") : t("reopen")}
        </Button>
      ) : (
        <Button onClick={() => ask("close")}>{t("close.button")}</Button>
      )}
    </>
  );
}
