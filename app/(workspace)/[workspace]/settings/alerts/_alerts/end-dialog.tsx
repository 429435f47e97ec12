"use client";

import { Button } from "#app/_ui/button.tsx";
import { Dialog, DialogClose } from "#app/_ui/dialog.tsx";
import { t } from "./words.ts";

type EndDialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** What is ended, where the title does not say it. */
  name?: string;
  text: string;
  /** What the button that asks is called. */
  label: string;
  pending: boolean;
  onEnd(): void;
};

/** Asks once more before something ends. */
export function EndDialog({ open, onOpenChange, title, name, text, label, pending, onEnd }: EndDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={
        <>
          {name && <p className="font-medium text-text">{name}</p>}
          <p className={name && "mt-1"}>{text}</p>
        </>
      }
      closeLabel={t("close")}
      trigger={
        <Button size="small" aria-label={label}>
          {t("end")}
        </Button>
      }
    >
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" aria-disabled={pending || undefined} onClick={() => pending || onEnd()}>
          {t("endConfirm")}
        </Button>
        <DialogClose>
          <Button>{t("cancel")}</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
