"use client";

import { type FormEvent, useState } from "react";
import { Dialog } from "#app/_ui/dialog.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import type { NamedCase } from "../_act/acting.tsx";
import { useActing } from "../_act/use-acting.ts";
import { BeforeClosing } from "../_promise/before-closing.tsx";
import { words } from "../words.ts";
import { CloseFields, closingOf } from "./close-fields.tsx";
import type { AskWhether } from "./recovery.ts";
import type { Sending } from "./use-sending.ts";

type SendCloseDialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  one: NamedCase;
  sending: Sending;
  ask: AskWhether;
};

/**
 * Asks for cause and outcome, then sends the reply; the case is closed when that goes out. What was
 * filled in stays when it cannot be sent.
 */
export function SendCloseDialog({ open, onOpenChange, one, sending, ask }: SendCloseDialogProps) {
  const t = words();
  const { frame } = useActing();
  const [obstacle, setObstacle] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // React's events leave the dialog for the composer's form around it.
    if (sending.pending) return;
    const why = await sending.send({ closing: closingOf(new FormData(event.currentTarget)) });
    setObstacle(why);
    if (why === null) onOpenChange(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("sendClose.title")}
      description={t("sendClose.description")}
      closeLabel={t("close.cancel")}
    >
      <BeforeClosing cases={[one]}>
        <form onSubmit={submit} className="grid gap-4">
          <CloseFields ask={ask} frame={frame} />
          {obstacle && (
            <p role="alert" className="text-sm text-alarm">
              {obstacle}
            </p>
          )}
          <SubmitButton
            pending={sending.pending}
            pendingLabel={t("composer.sending")}
            className="justify-self-start"
          >
            {t("sendClose.title")}
          </SubmitButton>
        </form>
      </BeforeClosing>
    </Dialog>
  );
}
