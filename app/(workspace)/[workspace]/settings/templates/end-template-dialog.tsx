"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { t } from "./words.ts";

/** Asks once more, then ends a template. */
export function EndTemplateDialog({ workspace, id, name }: { workspace: string; id: string; name: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const end = useMutation(
    useTRPC().template.end.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSuccess: () => toast.success(t("ended")),
      onSettled() {
        setOpen(false);
        router.refresh();
      },
    }),
  );
  return (
    <Dialog
      title={t("endNamed", { name })}
      description={t("endText")}
      closeLabel={t("close")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" aria-label={t("endNamed", { name })}>
          {t("end")}
        </Button>
      }
    >
      <Button
        variant="danger"
        aria-disabled={end.isPending || undefined}
        onClick={() => !end.isPending && end.mutate({ workspace, id })}
      >
        {t("end")}
      </Button>
    </Dialog>
  );
}
