"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("absences");
const shared = appTranslator("errors");

type EndAbsenceProps = { workspace: string; absence: { id: string; name: string; days: string } };

/** Takes days away back. */
export function EndAbsence({ workspace, absence: { id, name, days } }: EndAbsenceProps) {
  const router = useRouter();
  const end = useMutation(
    useTRPC().absence.end.mutationOptions({
      onSuccess() {
        toast.success(t("ended", { name }));
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
      aria-label={t("endNamed", { name, days })}
      aria-disabled={end.isPending || undefined}
      onClick={() => end.isPending || end.mutate({ workspace, absenceId: id })}
    >
      {t("end")}
    </Button>
  );
}
