"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { t } from "../../_campaigns/words.ts";
import { useChangeReminder } from "./use-change-reminder.ts";

type MoveReminderProps = {
  workspace: string;
  id: string;
  /** As a `datetime-local` field writes it. */
  at: string | null;
  earliest: string;
  timezone: string;
};

/** Asks for the moment at which everybody who has not been reminded is. */
export function MoveReminder({ workspace, id, at, earliest, timezone }: MoveReminderProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(at ?? "");
  const { change, problem, isPending } = useChangeReminder(workspace, id, () => setOpen(false));
  return (
    <Dialog
      title={t("reminder.moveTitle")}
      description={t("reminder.moveText")}
      closeLabel={t("command.close")}
      trigger={<Button>{t("reminder.move")}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) change(chosen);
        }}
      >
        <Field name="at" label={t("reminder.at")} hint={t("when.zone", { timezone })} error={problem}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              min={earliest}
              value={chosen}
              className="max-w-60"
              onChange={(event) => setChosen(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" aria-disabled={isPending || undefined}>
            <span aria-live="polite">{t(isPending ? "reminder.moving" : "reminder.move")}</span>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
