"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t } from "../words.ts";

/** Hands the good rows to the worker. */
export function StartButton({
  workspace,
  importId,
  good,
}: {
  workspace: string;
  importId: string;
  good: number;
}) {
  const router = useRouter();
  const start = useMutation(
    useTRPC().import.start.mutationOptions({
      onSuccess: () => router.replace(`/${workspace}/imports/${importId}`),
      onError: (error) => toast.error(t("failed"), { description: error.message }),
    }),
  );
  return (
    <Button
      variant="primary"
      disabled={start.isPending}
      onClick={() => start.mutate({ workspace, importId })}
    >
      {start.isPending ? t("check.starting") : t("check.import", { n: good })}
    </Button>
  );
}
