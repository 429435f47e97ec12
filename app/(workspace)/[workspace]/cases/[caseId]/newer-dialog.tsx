"use client";

import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { words } from "../words.ts";
import type { Sending } from "./use-sending.ts";

type NewerDialogProps = {
  sending: Sending;
  name: string;
  closed: boolean;
  onKeep(): void;
  /** Called before what came is gone to; resolves when nothing lies above it. */
  onRead(): Promise<void>;
};

/** Stops a reply that was written before something new came in; what was written stays. */
export function NewerDialog({ sending, name, closed, onKeep, onRead }: NewerDialogProps) {
  const t = words();
  const { newer } = sending;
  async function read() {
    const id = newer?.[0]?.id;
    sending.goOn(true);
    await onRead();
    // The dialog gives the focus back first.
    requestAnimationFrame(() => {
      const entry = document.getElementById(`entry-${id}`);
      entry?.scrollIntoView({ block: "center" });
      entry?.focus({ preventScroll: true });
    });
  }
  function keep() {
    sending.goOn(false);
    requestAnimationFrame(onKeep);
  }
  return (
    <Dialog
      open={newer !== null}
      onOpenChange={(open) => !open && keep()}
      title={t("newer.title")}
      description={t("newer.description")}
      closeLabel={t("newer.keep")}
    >
      <ul className="grid gap-3">
        {newer?.map(({ id, kind, who, text }) => (
          <li key={id} className="border-l border-line-strong pl-3">
            <p className="text-sm font-medium">{t(`newer.${kind}`, { who: who ?? name })}</p>
            {text && (
              <p className={kind === "mail" ? "line-clamp-4 font-serif" : "line-clamp-4 text-sm"}>{text}</p>
            )}
          </li>
        ))}
      </ul>
      {sending.error && <Failure className="mt-4">{sending.error}</Failure>}
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="primary" onClick={read}>
          {t("newer.read")}
        </Button>
        {!closed && (
          <Button aria-disabled={sending.pending || undefined} onClick={() => sending.sendAnyway()}>
            {t("newer.send")}
          </Button>
        )}
        <Button variant="quiet" onClick={keep}>
          {t("newer.keep")}
        </Button>
      </div>
    </Dialog>
  );
}
