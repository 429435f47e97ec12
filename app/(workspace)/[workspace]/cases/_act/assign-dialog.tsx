"use client";

import { UserRound } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { panelItemClass } from "#app/_ui/panel-item-class.ts";
import { TextInput } from "#app/_ui/text-input.tsx";
import { words } from "../words.ts";
import type { ActDialogProps } from "./acting.tsx";
import { focusFirst } from "./focus-first.ts";

type AssignDialogProps = ActDialogProps & {
  frame: { me: string | null; colleagues: readonly { id: string; name: string }[] };
};

/** From so many colleagues on one is looked for by name. */
const many = 9;

/** Who gets the cases: oneself first, then everybody by name, or nobody. */
export function AssignDialog({ asked, onClose, choose, frame }: AssignDialogProps) {
  const t = words();
  const { me, colleagues } = frame;
  const [wanted, setWanted] = useState("");
  const [error, setError] = useState<string | null>(null);
  const people = colleagues
    .filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()))
    .sort((a, b) => Number(b.id === me) - Number(a.id === me));
  const offered = [
    ...people.map(({ id, name }) => ({ id, name: id === me ? t("assign.me", { name }) : name })),
    ...(wanted ? [] : [{ id: null, name: t("assign.nobody") }]),
  ];

  function moveByArrow(event: KeyboardEvent<HTMLElement>) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, button")];
    stops[stops.indexOf(document.activeElement as HTMLElement) + by]?.focus();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("assign.title", { n: asked.cases.length, name: asked.cases[0]?.name ?? "" })}
      closeLabel={t("assign.cancel")}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the buttons inside, which have the focus */}
      <div ref={focusFirst} onKeyDown={moveByArrow} className="grid gap-2">
        {colleagues.length >= many && (
          <Field name="find" label={t("assign.find")}>
            {(control) => (
              <TextInput
                {...control}
                value={wanted}
                autoComplete="off"
                onChange={(event) => setWanted(event.target.value)}
              />
            )}
          </Field>
        )}
        {error && <Failure>{error}</Failure>}
        <ul>
          {offered.map(({ id, name }) => (
            <li key={id ?? ""}>
              <button
                type="button"
                className={panelItemClass}
                onClick={async () => setError(await choose({ kind: "assign", assigneeId: id }))}
              >
                <Icon of={UserRound} />
                {name}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
