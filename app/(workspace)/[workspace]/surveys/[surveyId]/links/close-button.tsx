"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t } from "../../_surveys/words.ts";

type CloseButtonProps = { workspace: string; linkId: string; name: string; closed: boolean };

/** Closes a link, or opens it again under the same address. */
export function CloseButton({ workspace, linkId, name, closed }: CloseButtonProps) {
  const router = useRouter();
  const close = useMutation(
    useTRPC().surveyLink.close.mutationOptions({
      onSuccess() {
        toast.success(t(closed ? "links.openedAgain" : "links.closedNow"));
        router.refresh();
      },
      onError: (error) => toast.error(t("links.failed"), { description: error.message }),
    }),
  );
  return (
    <Button
      disabled={close.isPending}
      aria-label={t(closed ? "links.openAgainOf" : "links.closeOf", { name })}
      onClick={() => close.mutate({ workspace, linkId, closed: !closed })}
    >
      {t(closed ? "links.openAgain" : "links.close")}
    </Button>
  );
}
