"use client";

import { type FormEvent, useState } from "react";
import { Dialog } from "#app/_ui/dialog.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { BeforeClosing } from "../_promise/before-closing.tsx";
import { CloseFields, closingOf } from "../[caseId]/close-fields.tsx";
import type { AskWhether } from "../[caseId]/recovery.ts";
import { words } from "../words.ts";
import type { ActDialogProps, CaseFrame } from "./acting.tsx";
import { focusFirst } from "./focus-first.ts";

/** Shows the promises that are open, asks for cause and outcome, and whether the customer is to be asked later, then closes. */
export function CloseDialog({ asked, onClose, choose, frame }: ActDialogProps & { frame: CaseFrame }) {
  const t = words();
  const [state, setState] = useState<{ pending: boolean; error: string | null }>({
    pending: false,
    error: null,
  });
  const n = asked.cases.length;
  const inGeneral = frame.asksRecovery ? { question: t("close.ask", { n }) } : null;
  const ask: AskWhether = asked.ask === undefined ? inGeneral : asked.ask;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const closing = closingOf(new FormData(event.currentTarget));
    setState({ pending: true, error: null });
    const error = await choose({ kind: "close", ...closing });
    setState({ pending: false, error });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("close.titleMany", { n, name: asked.cases[0]?.name ?? "" })}
      description={t("close.description")}
      closeLabel={t("close.cancel")}
    >
      <BeforeClosing cases={asked.cases}>
        <form ref={focusFirst} onSubmit={submit} className="grid gap-4">
          <CloseFields ask={ask} frame={frame} />
          {state.error && (
            <p role="alert" className="text-sm text-alarm">
              {state.error}
            </p>
          )}
          <SubmitButton
            pending={state.pending}
            pendingLabel={t("close.closing")}
            className="justify-self-start"
          >
            {t("close.submit")}
          </SubmitButton>
        </form>
      </BeforeClosing>
    </Dialog>
  );
}
