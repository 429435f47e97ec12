"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { problemsOf } from "#app/_form/problems.ts";
import { PasswordStep } from "#app/_second-factor/password-step.tsx";

import { shared, t } from "#app/_second-factor/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";

/** Takes the second factor away, after the password. */
export function RemoveFactor({ email }: { email: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const change = useMutation(useTRPC().auth.removeSecondFactor.mutationOptions({ onSuccess: done }));

  function done() {
    show(false);
    toast.success(t("removed"));
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
      title={t("removeTitle")}
      description={t("removeText")}
      closeLabel={t("close")}
      trigger={<Button>{t("remove")}</Button>}
    >
      <PasswordStep
        email={email}
        problems={problemsOf(change.error, shared("unreachable"))}
        pending={change.isPending}
        onPassword={(password) => change.mutate({ password })}
        onCancel={() => show(false)}
      />
    </Dialog>
  );
}
