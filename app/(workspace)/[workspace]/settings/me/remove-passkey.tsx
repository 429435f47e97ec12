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

/** Takes a passkey away, after the password. */
export function RemovePasskey({ email, id, name }: { email: string; id: string; name: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const remove = useMutation(useTRPC().auth.removePasskey.mutationOptions({ onSuccess: done }));

  function done() {
    show(false);
    toast.success(t("passkeyRemoved"));
    router.refresh();
  }
  function show(shown: boolean) {
    setOpen(shown);
    remove.reset();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={show}
      title={t("passkeyRemoveTitle", { name })}
      description={t("passkeyRemoveText")}
      closeLabel={t("close")}
      trigger={
        <Button size="small" aria-label={t("passkeyRemoveNamed", { name })}>
          {t("passkeyRemove")}
        </Button>
      }
    >
      <PasswordStep
        email={email}
        problems={problemsOf(remove.error, shared("unreachable"))}
        pending={remove.isPending}
        onPassword={(password) => remove.mutate({ password, id })}
        onCancel={() => show(false)}
      />
    </Dialog>
  );
}
