"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { t } from "../../_campaigns/words.ts";
import { useChangeReminder } from "./use-change-reminder.ts";

/** Asks once more before nobody is reminded. */
export function CallOffReminder({ workspace, id }: { workspace: string; id: string }) {
  const [open, setOpen] = useState(false);
  const { change, problem, isPending } = useChangeReminder(workspace, id, () => setOpen(false));
  return (
    <Dialog
      title={t("reminder.callOffTitle")}
      description={t("reminder.callOffText")}
      closeLabel={t("command.close")}
      trigger={<Button>{t("reminder.callOff")}</Button>}
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
      <div className="flex justify-end">
        <Button
          variant="danger"
          aria-disabled={isPending || undefined}
          onClick={() => !isPending && change(null)}
        >
          {t("reminder.callOff")}
        </Button>
      </div>
    </Dialog>
  );
}
