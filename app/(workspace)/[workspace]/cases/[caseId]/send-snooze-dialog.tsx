"use client";

import { Dialog } from "#app/_ui/dialog.tsx";
import { SnoozeTimes } from "../_act/snooze-times.tsx";
import { words } from "../words.ts";
import type { Sending } from "./use-sending.ts";

type SendSnoozeDialogProps = { open: boolean; onOpenChange(open: boolean): void; sending: Sending };

/** Asks until when the case sleeps, then sends the reply; it sleeps once that has gone out. */
export function SendSnoozeDialog({ open, onOpenChange, sending }: SendSnoozeDialogProps) {
  const t = words();
  async function send(snooze: string): Promise<string | null> {
    if (sending.pending) return null;
    const obstacle = await sending.send({ snooze });
    if (obstacle === null) onOpenChange(false);
    return obstacle;
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("sendSnooze.title")}
      description={t("sendSnooze.description")}
      closeLabel={t("snooze.cancel")}
    >
      <SnoozeTimes choose={send} submit={t("sendSnooze.submit")} />
    </Dialog>
  );
}
