"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "./words.ts";

type RemoveClosedDayProps = { workspace: string; closed: { id: string; day: string; name: string } };

/** Lets a closed day be a working day again. */
export function RemoveClosedDay({ workspace, closed: { id, day, name } }: RemoveClosedDayProps) {
  const router = useRouter();
  const remove = useMutation(
    useTRPC().workingTime.removeClosedDay.mutationOptions({
      onSuccess() {
        toast.success(t("removed", { day }));
        router.refresh();
      },
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  return (
    <Button
      size="small"
      aria-label={t("removeNamed", { name, day })}
      aria-disabled={remove.isPending || undefined}
      onClick={() => remove.isPending || remove.mutate({ workspace, closedDayId: id })}
    >
      {t("remove")}
    </Button>
  );
}
