"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { t } from "#app/_second-factor/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { PasswordDialog } from "./password-dialog.tsx";

/** Takes the second factor away, after the password. */
export function RemoveFactor({ email }: { email: string }) {
  const router = useRouter();
  const change = useMutation(useTRPC().auth.removeSecondFactor.mutationOptions({ onSuccess: done }));

  function done() {
    toast.success(t("removed"));
    router.refresh();
  }

  return (
    <PasswordDialog
      title={t("removeTitle")}
      description={t("removeText")}
      trigger={<Button>{t("remove")}</Button>}
      email={email}
      change={change}
      onPassword={(password, close) => change.mutate({ password }, { onSuccess: close })}
    />
  );
}
