"use client";

import { Tag } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { panelItemClass } from "#app/_ui/panel-item-class.ts";
import { TextInput } from "#app/_ui/text-input.tsx";
import { words } from "../words.ts";
import type { ActDialogProps } from "./acting.tsx";
import { focusFirst } from "./focus-first.ts";

/** Which tag the cases get: one of the workspace's, or a new one. */
export function TagDialog({ asked, onClose, choose, tags }: ActDialogProps & { tags: readonly string[] }) {
  const t = words();
  const [error, setError] = useState<string | null>(null);
  const add = async (name: string) => setError(await choose({ kind: "tag", name }));
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void add(String(new FormData(event.currentTarget).get("tag")));
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("tag.title", { n: asked.cases.length, name: asked.cases[0]?.name ?? "" })}
      closeLabel={t("tag.cancel")}
    >
      <div className="grid gap-4">
        {tags.length > 0 && (
          <ul ref={focusFirst} className="max-h-64 overflow-y-auto">
            {tags.map((name) => (
              <li key={name}>
                <button type="button" className={panelItemClass} onClick={() => add(name)}>
                  <Icon of={Tag} />
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
        <form onSubmit={submit} className="grid gap-3 border-t border-line pt-4">
          <Field name="tag" label={t("tag.new")} error={error ?? undefined}>
            {(control) => (
              <TextInput
                {...control}
                required
                maxLength={40}
                autoComplete="off"
                autoFocus={tags.length === 0}
              />
            )}
          </Field>
          <Button type="submit" className="justify-self-start">
            {t("tag.submit")}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
