"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Select } from "#app/_ui/select.tsx";
import { words } from "../words.ts";
import { CloseDialog } from "./close-dialog.tsx";
import type { AskWhether } from "./recovery.ts";

type CaseActionsProps = {
  workspace: string;
  caseId: string;
  closed: boolean;
  assigneeId: string | null;
  colleagues: { id: string; name: string }[];
  ask: AskWhether;
};

/** Who owns the case, and closing it or opening it again. */
export function CaseActions({ workspace, caseId, closed, assigneeId, colleagues, ask }: CaseActionsProps) {
  const t = words();
  const router = useRouter();
  const trpc = useTRPC();
  const onError = (error: { message: string }) => toast.error(t("failed"), { description: error.message });
  const assign = useMutation(
    trpc.case.assign.mutationOptions({
      onError,
      onSuccess: (result) => {
        const name = colleagues.find(({ id }) => id === result.assigneeId)?.name;
        toast.success(name ? t("assigned", { name }) : t("assignedNobody"));
        router.refresh();
      },
    }),
  );
  const reopen = useMutation(
    trpc.case.reopen.mutationOptions({
      onError,
      onSuccess: () => {
        toast.success(t("reopened"));
        router.refresh();
      },
    }),
  );

  return (
    <>
      <Select
        aria-label={t("owner")}
        value={assign.isPending ? (assign.variables.assigneeId ?? "") : (assigneeId ?? "")}
        onChange={(event) => assign.mutate({ workspace, caseId, assigneeId: event.target.value || null })}
      >
        <option value="">{t("unassigned")}</option>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {closed ? (
        <Button disabled={reopen.isPending} onClick={() => reopen.mutate({ workspace, caseId })}>
          {reopen.isPending ? t("reopening") : t("reopen")}
        </Button>
      ) : (
        <CloseDialog workspace={workspace} caseId={caseId} ask={ask} />
      )}
    </>
  );
}
