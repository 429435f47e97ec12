"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemsOf, typed as typedInto } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t } from "../words.ts";
import { WhatGoes } from "./what-goes.tsx";

type EraseDialogProps = {
  workspace: string;
  contactId: string;
  name: string;
  /** What must be typed; null for somebody who has neither name nor address. */
  typed: string | null;
};

/** Erases a customer for good, once it was shown what that does and typed whom it is about. */
export function EraseDialog({ workspace, contactId, name, typed }: EraseDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const erase = useMutation(
    useTRPC().ownData.erase.mutationOptions({
      onSuccess() {
        toast.success(t("privacy.erased"));
        router.push(`/${workspace}/contacts`);
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (erase.isPending) return;
    erase.mutate({
      workspace,
      contactId,
      confirmation: typedInto(new FormData(event.currentTarget), "confirmation"),
    });
  }

  return (
    <Dialog
      title={t("privacy.eraseTitle", { name })}
      description={t("privacy.eraseText")}
      closeLabel={t("privacy.close")}
      trigger={<Button variant="danger">{t("privacy.erase")}</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        erase.reset();
      }}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <WhatGoes workspace={workspace} contactId={contactId} />
        <Field
          name="confirmation"
          label={typed ? t("privacy.confirm", { name: typed }) : t("privacy.confirmUnnamed")}
          error={problemsOf(erase.error, t("form.unreachable"))[0]?.message}
        >
          {(control) => <TextInput {...control} autoComplete="off" maxLength={254} />}
        </Field>
        <Button
          type="submit"
          variant="danger"
          aria-disabled={erase.isPending || undefined}
          className="justify-self-start"
        >
          {t(erase.isPending ? "privacy.erasing" : "privacy.doErase")}
        </Button>
      </form>
    </Dialog>
  );
}
