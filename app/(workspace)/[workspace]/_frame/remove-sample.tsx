"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("en", "shell");

/** Removes the demonstration workspace, after asking once. */
export function RemoveSample({ workspace }: { workspace: string }) {
  const remove = useMutation(
    useTRPC().demo.remove.mutationOptions({
      onSuccess: () => location.assign("/"),
      onError: (error) => toast.error(t("sampleRemoveFailed"), { description: error.message }),
    }),
  );
  return (
    <Dialog
      trigger={<Button size="small">{t("sampleRemove")}</Button>}
      title={t("sampleRemoveTitle")}
      description={t("sampleRemoveText")}
      closeLabel={t("sampleKeep")}
    >
      <Button variant="danger" disabled={remove.isPending} onClick={() => remove.mutate({ workspace })}>
        {t("sampleRemove")}
      </Button>
    </Dialog>
  );
}
