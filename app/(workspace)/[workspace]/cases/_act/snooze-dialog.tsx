"use client";

import { Dialog } from "#app/_ui/dialog.tsx";
import { words } from "../words.ts";
import type { ActDialogProps } from "./acting.tsx";
import { SnoozeTimes } from "./snooze-times.tsx";

/** Until when the cases sleep. */
export function SnoozeDialog({ asked, onClose, choose }: ActDialogProps) {
  const t = words();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("snooze.title", { n: asked.cases.length, name: asked.cases[0]?.name ?? "" })}
      description={t("snooze.text", { n: asked.cases.length })}
      closeLabel={t("snooze.cancel")}
    >
      <SnoozeTimes choose={(until) => choose({ kind: "snooze", until })} submit={t("snooze.submit")} />
    </Dialog>
  );
}
