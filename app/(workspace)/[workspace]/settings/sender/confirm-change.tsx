"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog, DialogClose } from "#app/_ui/dialog.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "../_settings/words.ts";

type ConfirmChangeProps = {
  workspace: string;
  domainId: string;
  change: "rotateKey" | "remove";
  label: string;
  title: string;
  text: string;
  /** What is said when it has happened. */
  done: string;
};

/** A change to the sender domain that is asked about first. */
export function ConfirmChange({ workspace, domainId, change, label, title, text, done }: ConfirmChangeProps) {
  const router = useRouter();
  const { sendingDomain } = useTRPC();
  const [open, setOpen] = useState(false);
  const options = {
    onSuccess() {
      setOpen(false);
      toast.success(done);
      router.refresh();
    },
    onError(error: Parameters<typeof problemsOf>[0]) {
      for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
    },
  };
  const rotateKey = useMutation(sendingDomain.rotateKey.mutationOptions(options));
  const remove = useMutation(sendingDomain.remove.mutationOptions(options));
  const { mutate, isPending } = { rotateKey, remove }[change];
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      description={text}
      closeLabel={t("close")}
      trigger={<Button variant={change === "remove" ? "danger" : "secondary"}>{label}</Button>}
    >
      <div className="flex flex-wrap gap-2">
        <Button
          variant={change === "remove" ? "danger" : "primary"}
          aria-disabled={isPending || undefined}
          onClick={() => !isPending && mutate({ workspace, domainId })}
        >
          {label}
        </Button>
        <DialogClose>
          <Button>{t("cancel")}</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
