"use client";

import { Dialog } from "#app/_ui/dialog.tsx";
import type { AskWhether } from "../[caseId]/recovery.ts";
import { words } from "../words.ts";
import type { ActDialogProps, CaseFrame } from "./acting.tsx";
import { CloseForm } from "./close-form.tsx";

/** Asks how the cases ended, then closes them. */
export function CloseDialog({ asked, onClose, choose, frame }: ActDialogProps & { frame: CaseFrame }) {
  const t = words();
  const n = asked.cases.length;
  const inGeneral: AskWhether = frame.asksRecovery ? { question: t("close.ask", { n }) } : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("close.titleMany", { n, name: asked.cases[0]?.name ?? "" })}
      description={t("close.description")}
      closeLabel={t("close.cancel")}
    >
      <CloseForm
        cases={asked.cases}
        ask={asked.ask === undefined ? inGeneral : asked.ask}
        close={(closing) => choose({ kind: "close", ...closing })}
        submit={t("close.submit")}
        submitting={t("close.closing")}
      />
    </Dialog>
  );
}
