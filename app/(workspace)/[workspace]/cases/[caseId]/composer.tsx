"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { words } from "../words.ts";
import { useDraft } from "./use-draft.ts";
import { useMessage } from "./use-message.ts";

type ComposerProps = {
  workspace: string;
  caseId: string;
  name: string;
  address: string | null;
  closed: boolean;
};

/** Where a reply or a note is written. Both keep their words until they are sent. */
export function Composer({ workspace, caseId, name, address, closed }: ComposerProps) {
  const t = words();
  const obstacle = closed ? t("composer.closed") : address ? null : t("composer.noAddress");
  const [chosen, setChosen] = useState<"reply" | "note">("reply");
  const kind = obstacle ? "note" : chosen;
  const [text, setText] = useDraft(caseId);
  const { send, pending, error } = useMessage({ workspace, caseId, kind, onSent: () => setText("") });
  const note = kind === "note";

  function sendByKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    if (text.trim() && !pending) send(text);
  }

  return (
    <form
      aria-label={t("composer.label")}
      className={clsx("mt-6 grid gap-3 print:hidden", note && "border-l-4 border-line-strong bg-sunken p-4")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) send(text);
      }}
    >
      {obstacle ? (
        <p className="text-sm text-muted">{obstacle}</p>
      ) : (
        <fieldset className="flex gap-4">
          <legend className="sr-only">{t("composer.label")}</legend>
          {(["reply", "note"] as const).map((one) => (
            <label
              key={one}
              className="inline-flex min-h-6 items-center gap-2 text-sm font-medium max-sm:min-h-11"
            >
              <input
                type="radio"
                name="kind"
                value={one}
                checked={kind === one}
                onChange={() => setChosen(one)}
                className="size-4.5 accent-brand"
              />
              {t(`composer.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      <Field
        name="text"
        label={note ? t("composer.noteLabel") : t("composer.replyLabel", { name })}
        hint={note ? t("composer.noteHint") : t("composer.replyHint", { address: address ?? "" })}
        error={error}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={6}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={sendByKey}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant={note ? "secondary" : "primary"}
        className="justify-self-start"
        disabled={text.trim() === ""}
        aria-disabled={pending || undefined}
      >
        {t(
          note
            ? pending
              ? "composer.adding"
              : "composer.add"
            : pending
              ? "composer.sending"
              : "composer.send",
        )}
      </Button>
    </form>
  );
}
