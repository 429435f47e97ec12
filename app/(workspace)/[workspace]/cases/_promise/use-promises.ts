"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useTRPCClient } from "#app/_trpc/client.tsx";
import { toast } from "#app/_ui/toast.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";

const undoMs = 10_000;

/** Marking a promise as kept, in one press that can be taken back. `after` is called once something has changed. */
export function useKeeping(after?: () => void) {
  const t = words();
  const router = useRouter();
  const client = useTRPCClient();
  const { workspace } = useActing();

  return useCallback(
    async (promiseId: string) => {
      const changed = () => {
        router.refresh();
        after?.();
      };
      const undo = () =>
        client.promise.undo
          .mutate({ workspace, promiseId })
          .then(() => toast.success(t("promise.openAgain")))
          .catch((error) => toast.error(t("failed"), { description: messageOf(error) }))
          .finally(changed);
      try {
        await client.promise.keep.mutate({ workspace, promiseId });
        toast.success(t("promise.wasKept"), {
          duration: undoMs,
          action: { label: t("act.undo"), onClick: () => void undo() },
        });
      } catch (error) {
        toast.error(t("failed"), { description: messageOf(error) });
      }
      changed();
    },
    [t, router, client, workspace, after],
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
