"use client";

import { useState } from "react";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { words } from "../words.ts";
import { inWords, type LaterTime } from "./later-times.ts";
import type { How, Sending } from "./use-sending.ts";

type SendLaterDialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  sending: Sending;
  times: LaterTime[];
  timezone: string;
  name: string;
};

/**
 * Asks when a reply is to go out, and whether also after the customer has written meanwhile. What was chosen stays when
 * it cannot be sent.
 */
export function SendLaterDialog({
  open,
  onOpenChange,
  sending,
  times,
  timezone,
  name,
}: SendLaterDialogProps) {
  const t = words();
  const [chosen, choose] = useState(times[1]!.at);
  const [own, setOwn] = useState(times[1]!.at);
  const [obstacle, setObstacle] = useState<string | null>(null);
  const at = chosen === "own" ? own : chosen;

  async function send(form: FormData) {
    if (sending.pending || !at) return;
    const how: How = { sendAt: at, unlessAnswered: form.has("unless") };
    const why = await sending.send(how);
    setObstacle(why);
    if (why === null) onOpenChange(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setObstacle(null);
        onOpenChange(next);
      }}
      title={t("later.title")}
      description={t("later.zone", { timezone })}
      closeLabel={t("close.cancel")}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation(); // React's events leave the dialog for the composer's form around it.
          send(new FormData(event.currentTarget));
        }}
      >
        <RadioGroup
          name="when"
          legend={t("later.when")}
          value={chosen}
          onValueChange={choose}
          options={[
            ...times.map(({ at: value, label }) => ({ value, label })),
            { value: "own", label: t("later.own") },
          ]}
        />
        {chosen === "own" && (
          <Field name="sendAt" label={t("later.at")} hint={inWords(own)}>
            {(control) => (
              <TextInput
                {...control}
                type="datetime-local"
                required
                min={times[0]!.at}
                value={own}
                className="max-w-60"
                onChange={({ target }) => setOwn(target.value)}
              />
            )}
          </Field>
        )}
        <Checkbox
          name="unless"
          value="yes"
          defaultChecked
          label={t("later.unless", { name })}
          hint={t("later.unlessHint")}
        />
        {obstacle && <Failure>{obstacle}</Failure>}
        <SubmitButton
          pending={sending.pending}
          pendingLabel={t("composer.sending")}
          className="justify-self-start"
        >
          {t("later.submit", { time: inWords(at) })}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
