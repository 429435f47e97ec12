"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { words } from "../words.ts";

type DecideProps = { workspace: string; invitationId: string; score: number | null; name: string };

/** Counts a provisional answer, because somebody knows that the customer gave it, or takes it off the list. Without a number it cannot be counted. */
export function Decide({ workspace, invitationId, score, name }: DecideProps) {
  const t = words();
  const router = useRouter();
  const api = useTRPC();
  const after = (done: string) => ({
    onSuccess() {
      toast.success(done);
      router.refresh();
    },
    onError: (error: { message: string }) =>
      toast.error(t("setAside.failed"), { description: error.message }),
  });
  const release = useMutation(api.evidence.release.mutationOptions(after(t("setAside.released"))));
  const discard = useMutation(api.evidence.discard.mutationOptions(after(t("setAside.discarded"))));
  const busy = release.isPending || discard.isPending;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {score !== null && (
        <Button
          disabled={busy}
          aria-label={t("setAside.releaseOf", { score, name })}
          onClick={() => release.mutate({ workspace, invitationId })}
        >
          {t("setAside.release")}
        </Button>
      )}
      <Button
        disabled={busy}
        aria-label={t("setAside.discardOf", { name })}
        onClick={() => discard.mutate({ workspace, invitationId })}
      >
        {t("setAside.discard")}
      </Button>
    </div>
  );
}
