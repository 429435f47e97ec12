"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog, DialogClose } from "#app/_ui/dialog.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { t } from "../../_campaigns/words.ts";
import { useCommand } from "./use-command.ts";

type ConfirmCommandProps = {
  workspace: string;
  id: string;
  command: "pause" | "cancel";
  label: string;
  title: string;
  /** What it will mean, in numbers. */
  text: string;
};

/** A command that is asked about first. */
export function ConfirmCommand({ workspace, id, command, label, title, text }: ConfirmCommandProps) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { give, isPending } = useCommand(workspace, id, command, setProblem);
  const variant = command === "cancel" ? "danger" : "secondary";

  async function confirm() {
    setProblem(undefined);
    if (await give()) setOpen(false);
  }

  return (
    <Dialog
      title={title}
      description={text}
      closeLabel={t("command.close")}
      trigger={<Button variant={variant}>{label}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      {problem && (
        <div className="mb-4">
          <Notice tone="alarm" title={t("command.failed")} live>
            {problem}
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose>
          <Button>{t("command.keep")}</Button>
        </DialogClose>
        <Button
          variant={command === "cancel" ? "danger" : "primary"}
          aria-disabled={isPending || undefined}
          onClick={() => !isPending && confirm()}
        >
          <span aria-live="polite">{isPending ? t("command.working") : label}</span>
        </Button>
      </div>
    </Dialog>
  );
}
