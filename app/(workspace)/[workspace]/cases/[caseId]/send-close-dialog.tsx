"use client";

import { Dialog } from "#app/_ui/dialog.tsx";
import type { NamedCase } from "../_act/acting.tsx";
import { CloseForm } from "../_act/close-form.tsx";
import { words } from "../words.ts";
import type { AskWhether } from "./recovery.ts";
import type { Sending } from "./use-sending.ts";

type SendCloseDialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  one: NamedCase;
  sending: Sending;
  ask: AskWhether;
};

/** Asks how the case ended, then sends the reply; the case is closed when that goes out. */
export function SendCloseDialog({ open, onOpenChange, one, sending, ask }: SendCloseDialogProps) {
  const t = words();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("sendClose.title")}
      description={t("sendClose.description")}
      closeLabel={t("close.cancel")}
    >
      <CloseForm
        cases={[one]}
        ask={ask}
        close={async (closing) => {
          const obstacle = await sending.send({ closing });
          if (obstacle === null) onOpenChange(false);
          return obstacle;
        }}
        submit={t("sendClose.title")}
        submitting={t("composer.sending")}
      />
    </Dialog>
  );
}
