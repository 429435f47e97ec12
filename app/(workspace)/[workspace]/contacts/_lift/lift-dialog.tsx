"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t } from "../words.ts";

type LiftDialogProps = {
  workspace: string;
  /** Whom mail may go to again. */
  of: { addressHash: string } | { contactId: string };
  label: string;
  name: string;
};

/** Asks why an address may be written to again; the answer stands in its history. */
export function LiftDialog({ workspace, of, label, name }: LiftDialogProps) {
  const router = useRouter();
  const { suppression } = useTRPC();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState("");
  const done = {
    onSuccess() {
      setOpen(false);
      toast.success(t("liftDone"));
      router.refresh();
    },
  };
  const byAddress = useMutation(suppression.lift.mutationOptions(done));
  const byContact = useMutation(suppression.liftFromContact.mutationOptions(done));
  const { error, isPending } = "addressHash" in of ? byAddress : byContact;
  const lift = () =>
    "addressHash" in of
      ? byAddress.mutate({ workspace, ...of, why })
      : byContact.mutate({ workspace, ...of, why });
  return (
    <Dialog
      title={t("lifting.title")}
      description={t("lifting.text", { name })}
      closeLabel={t("lifting.close")}
      trigger={<Button aria-label={`${label}: ${name}`}>{label}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) lift();
        }}
      >
        <Field
          name="why"
          label={t("lifting.why")}
          hint={t("lifting.whyHint")}
          error={problemsOf(error, t("form.unreachable"))[0]?.message}
        >
          {(control) => (
            <TextInput
              {...control}
              value={why}
              maxLength={500}
              onChange={(event) => setWhy(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" aria-disabled={isPending || undefined}>
            {t("lift")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
