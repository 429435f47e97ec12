"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useState } from "react";
import { languageText } from "#app/_i18n/format.ts";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { Template } from "#server/template/queries.ts";
import { t } from "../../settings/templates/words.ts";

type TemplatePickerProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Those in the customer's language first. */
  templates: readonly Template[];
  onPick(template: Template): void;
};

/** The texts to begin a reply with, to be searched and put in without leaving the keyboard. */
export function TemplatePicker({ open, onOpenChange, templates, onPick }: TemplatePickerProps) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = templates.filter((one) => has(one, query));
  const current = Math.min(at, found.length - 1);

  function change(next: boolean) {
    setQuery("");
    setAt(0);
    onOpenChange(next);
  }
  function pick(template: Template | undefined) {
    if (!template) return;
    change(false);
    onPick(template);
  }
  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((current + step + found.length) % Math.max(found.length, 1));
    else if (event.key === "Enter") pick(found[current]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog open={open} onOpenChange={change} title={t("button")} closeLabel={t("close")}>
      <Field name="template" label={t("find")} hint={t("findHint")}>
        {(control) => (
          <TextInput
            {...control}
            ref={focus}
            role="combobox"
            autoComplete="off"
            aria-expanded="true"
            aria-controls="templates"
            aria-activedescendant={found[current] ? `template-${found[current].id}` : undefined}
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setAt(0);
            }}
            onKeyDown={press}
          />
        )}
      </Field>
      <div id="templates" role="listbox" aria-label={t("list")} className="mt-3 max-h-80 overflow-y-auto">
        {found.map((one, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={one.id}
            id={`template-${one.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === current}
            onClick={() => pick(one)}
            className={clsx(
              "cursor-pointer rounded-control px-3 py-2 text-sm hover:bg-sunken",
              place === current && "bg-sunken outline-1 outline-line-strong",
            )}
          >
            <span className="font-medium">{one.name}</span>{" "}
            <span className="text-muted">· {languageText(one.locale)}</span>
            <span lang={one.locale} className="line-clamp-2 text-muted">
              {one.text}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="text-sm text-muted">
          {t(templates.length === 0 ? "noneYet" : "none")}
        </p>
      )}
    </Dialog>
  );
}

const focus = (field: HTMLInputElement | null) => field?.focus();

/** Whether every word of the query begins somewhere in the name or the text. */
function has({ name, text }: Template, query: string): boolean {
  const here = `${name} ${text}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => here.includes(word));
}
