"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { t } from "#app/_second-factor/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { PasswordDialog } from "./password-dialog.tsx";

/** Takes a passkey away, after the password. */
export function RemovePasskey({ email, id, name }: { email: string; id: string; name: string }) {
  const router = useRouter();
  const remove = useMutation(useTRPC().auth.removePasskey.mutationOptions({ onSuccess: done }));

  function done() {
    toast.success(t("passkeyRemoved"));
    router.refresh();
  }

  return (
    <PasswordDialog
      title={t("passkeyRemoveTitle", { name })}
      description={t("passkeyRemoveText")}
      trigger={
        <Button size="small" aria-label={t("passkeyRemoveNamed", { name })}>
          {t("passkeyRemove")}
        </Button>
      }
      email={email}
      change={remove}
      onPassword={(password, close) => remove.mutate({ password, id }, { onSuccess: close })}
    />
  );
}
