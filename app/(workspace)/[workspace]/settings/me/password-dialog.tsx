"use client";

import { type ReactNode, useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { PasswordStep } from "#app/_second-factor/password-step.tsx";
import { shared, t } from "#app/_second-factor/words.ts";
import { Dialog } from "#app/_ui/dialog.tsx";

type PasswordDialogProps = {
  title: string;
  description: string;
  trigger: ReactNode;
  email: string;
  /** The mutation that the password is for. */
  change: { error: Parameters<typeof problemsOf>[0]; isPending: boolean; reset(): void };
  onPassword(password: string, close: () => void): void;
  /** What stands in the place of the question; null as long as it is asked. */
  afterwards?(close: () => void): ReactNode | null;
};

/** Asks for the password once more in a dialog, for a change of how one signs in. */
export function PasswordDialog({
  email,
  change,
  onPassword,
  afterwards = () => null,
  ...dialog
}: PasswordDialogProps) {
  const [open, setOpen] = useState(false);
  function show(shown: boolean): void {
    setOpen(shown);
    change.reset();
  }
  const close = () => show(false);
  return (
    <Dialog {...dialog} open={open} onOpenChange={show} closeLabel={t("close")}>
      {afterwards(close) ?? (
        <PasswordStep
          email={email}
          problems={problemsOf(change.error, shared("unreachable"))}
          pending={change.isPending}
          onPassword={(password) => onPassword(password, close)}
          onCancel={close}
        />
      )}
    </Dialog>
  );
}
