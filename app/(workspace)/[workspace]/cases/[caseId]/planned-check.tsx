"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { words } from "../words.ts";

type PlannedCheckProps = { workspace: string; caseId: string; name: string; date: string };

/** When the customer of a closed case will be asked whether it is solved, and the way to leave them alone. */
export function PlannedCheck({ workspace, caseId, name, date }: PlannedCheckProps) {
  const t = words();
  const router = useRouter();
  const callOff = useMutation(
    useTRPC().recovery.callOff.mutationOptions({
      onError: (error) => toast.error(t("failed"), { description: error.message }),
      onSuccess: () => toast.success(t("recovery.calledOff", { name })),
      onSettled: () => router.refresh(),
    }),
  );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3">
      <p className="text-sm">{t("recovery.planned", { name, date })}</p>
      <Button
        size="small"
        className="print:hidden"
        aria-disabled={callOff.isPending || undefined}
        onClick={() => !callOff.isPending && callOff.mutate({ workspace, caseId })}
      >
        {t("recovery.callOff")}
      </Button>
    </div>
  );
}
