"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "../../_campaigns/words.ts";

/** Makes a new draft like this campaign and goes there. */
export function DuplicateButton({ workspace, id }: { workspace: string; id: string }) {
  const router = useRouter();
  const { mutate, isPending } = useMutation(
    useTRPC().campaign.duplicate.mutationOptions({
      onSuccess: (made) => router.push(`/${workspace}/campaigns/${made.id}`),
      onError: (error) =>
        toast.error(t("command.failed"), {
          description: problemsOf(error, shared("unreachable"))[0]?.message,
        }),
    }),
  );
  return (
    <Button aria-disabled={isPending || undefined} onClick={() => !isPending && mutate({ workspace, id })}>
      <span aria-live="polite">{t(isPending ? "command.working" : "command.duplicate")}</span>
    </Button>
  );
}
