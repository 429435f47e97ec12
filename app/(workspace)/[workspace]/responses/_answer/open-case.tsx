"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { words } from "../words.ts";

/** Opens a case for an answer that has none, for the person who presses it. */
export function OpenCase({ workspace, responseId }: { workspace: string; responseId: string }) {
  const t = words();
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const open = useMutation(
    trpc.case.open.mutationOptions({
      async onSuccess() {
        toast.success(t("caseOpened"));
        await queries.invalidateQueries({ queryKey: trpc.response.get.queryKey() });
        router.refresh();
      },
      onError: (error) => toast.error(t("selection.failed"), { description: error.message }),
    }),
  );
  return (
    <Button disabled={open.isPending} onClick={() => open.mutate({ workspace, responseIds: [responseId] })}>
      {t("makeCase")}
    </Button>
  );
}
