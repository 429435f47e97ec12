"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { FieldControl } from "./field.tsx";
import { TextInput } from "./text-input.tsx";

type Option = { id: string; label: string; indented?: boolean };

type ComboboxProps<One extends Option> = {
  control: FieldControl;
  chosen: One | null;
  onChoose(option: One | null): void;
  /** Those that what was typed finds, in their order. */
  find(typed: string): One[];
  /** The one that what was typed is, if it is one. */
  exactly(typed: string): One | undefined;
  words: {
    /** The list's name. */
    list: string;
    /** What is said when nothing is found. */
    none: string;
    /** What is said when something was typed that is none of them. */
    unknown: string;
  };
};

/**
 * A field for one of a list, found by typing. The list lies over what stands below, so that nothing moves. Arrows move
 * through what is found, Enter or Tab takes it, Escape closes the list alone. Its form gets the id of what was chosen,
 * under the name of the field.
 */
export function Combobox<One extends Option>(props: ComboboxProps<One>) {
  const { control, chosen, onChoose, find, exactly, words } = props;
  const { name, ...rest } = control;
  const field = useRef<HTMLInputElement>(null);
  const [typed, type] = useState<{ text: string; of: string | null }>({ text: "", of: null });
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  // What was typed holds until something else is chosen.
  const text = typed.of === (chosen?.id ?? null) ? typed.text : (chosen?.label ?? "");
  const [sought, seek] = useState("");
  const found = find(sought);
  const current = open ? found[at] : undefined;
  useEffect(() => field.current?.setCustomValidity(chosen || text === "" ? "" : words.unknown));

  function choose(option: One) {
    type({ text: option.label, of: option.id });
    setOpen(false);
    onChoose(option);
  }
  function change(value: string) {
    const exact = exactly(value) ?? null;
    type({ text: value, of: exact?.id ?? null });
    show(value);
    setAt(exact ? find(value).findIndex(({ id }) => id === exact.id) : value.trim() === "" ? -1 : 0);
    onChoose(exact);
  }
  function show(sought: string) {
    seek(sought);
    setAt(-1);
    setOpen(true);
  }
  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (!open) show("");
      setAt((Math.max(at + step, step > 0 ? 0 : -1) + found.length) % Math.max(found.length, 1));
    } else if (event.key === "Tab" && current && !chosen) return choose(current);
    else if (event.key === "Enter" && current) choose(current);
    else if (event.key === "Escape" && open) setOpen(false);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <TextInput
        {...rest}
        ref={field}
        role="combobox"
        required
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        data-list-open={open || undefined}
        aria-controls={`${rest.id}-list`}
        aria-activedescendant={current ? `${rest.id}-${current.id}` : undefined}
        value={text}
        onChange={({ target }) => change(target.value)}
        onClick={() => open || show("")}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <input type="hidden" name={name} value={chosen?.id ?? ""} />
      <div
        id={`${rest.id}-list`}
        role="listbox"
        aria-label={words.list}
        hidden={!open || found.length === 0}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-52 overflow-y-auto rounded-sheet border border-line on-surface bg-surface py-1 shadow-float"
      >
        {found.map((one, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={one.id}
            id={`${rest.id}-${one.id}`}
            ref={place === at ? intoView : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(one)}
            className={clsx(
              "flex min-h-8 cursor-pointer items-center px-3 py-1 text-sm hover:bg-sunken max-sm:min-h-11",
              one.indented && "pl-7",
              place === at && "bg-sunken outline-1 -outline-offset-1 outline-line-strong",
            )}
          >
            {one.label}
          </div>
        ))}
      </div>
      {open && found.length === 0 && (
        <p
          role="status"
          className="absolute inset-x-0 top-full z-10 mt-1 rounded-sheet border border-line on-surface bg-surface px-3 py-2 text-sm text-muted shadow-float"
        >
          {words.none}
        </p>
      )}
    </div>
  );
}

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: "nearest" });
