"use client";

import { Button } from "#app/_ui/button.tsx";
import { Dialog, DialogClose } from "#app/_ui/dialog.tsx";
import { t } from "./words.ts";

type AskOnceProps = {
  title: string;
  text: string;
  /** What is done, on both buttons. */
  label: string;
  pending: boolean;
  onYes(): void;
};

/** A button that asks before it does what it says. */
export function AskOnce({ title, text, label, pending, onYes }: AskOnceProps) {
  return (
    <Dialog
      title={title}
      description={text}
      closeLabel={t("close")}
      trigger={
        <Button size="small" aria-label={title} aria-disabled={pending || undefined}>
          {label}
        </Button>
      }
    >
      <DialogClose>
        <Button variant="danger" onClick={() => !pending && onYes()}>
          {label}
        </Button>
      </DialogClose>
    </Dialog>
  );
}
