"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { RecoveryCodes } from "#app/_second-factor/recovery-codes.tsx";
import { t } from "#app/_second-factor/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { PasswordDialog } from "./password-dialog.tsx";

/** Makes new recovery codes after the password, and shows them once. */
export function RenewCodes({ email }: { email: string }) {
  const router = useRouter();
  const change = useMutation(useTRPC().auth.renewRecoveryCodes.mutationOptions());

  function showCodes(close: () => void) {
    if (!change.data) return null;
    const stored = () => {
      close();
      router.refresh();
    };
    return <RecoveryCodes codes={change.data.codes} onStored={stored} />;
  }

  return (
    <PasswordDialog
      title={t("renewTitle")}
      description={t("renewText")}
      trigger={<Button>{t("renew")}</Button>}
      email={email}
      change={change}
      onPassword={(password) => change.mutate({ password })}
      afterwards={showCodes}
    />
  );
}
