"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { problemsOf } from "#app/_form/problems.ts";
import { PasswordStep } from "#app/_second-factor/password-step.tsx";
import { RecoveryCodes } from "#app/_second-factor/recovery-codes.tsx";
import { shared, t } from "#app/_second-factor/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";

/** Makes new recovery codes after the password, and shows them once. */
export function RenewCodes({ email }: { email: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const change = useMutation(useTRPC().auth.renewRecoveryCodes.mutationOptions());

  function done() {
    show(false);

    router.refresh();
  }
  function show(shown: boolean) {
    setOpen(shown);
    change.reset();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={show}
      title={t("renewTitle")}
      description={t("renewText")}
      closeLabel={t("close")}
      trigger={<Button>{t("renew")}</Button>}
    >
      {change.data ? (
        <RecoveryCodes codes={change.data.codes} onStored={done} />
      ) : (
        <PasswordStep
          email={email}
          problems={problemsOf(change.error, shared("unreachable"))}
          pending={change.isPending}
          onPassword={(password) => change.mutate({ password })}
          onCancel={() => show(false)}
        />
      )}
    </Dialog>
  );
}
