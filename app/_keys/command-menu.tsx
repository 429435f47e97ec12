"use client";

import { Command, defaultFilter } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { controlClass } from "#app/_ui/control-class.ts";
import { Failure } from "#app/_ui/failure.tsx";
import { useKeySheet } from "./keys-provider.tsx";
import { useFound } from "./use-found.ts";
import type { Place } from "./use-going.ts";

export type MenuWord =
  | "menuTitle"
  | "menuField"
  | "menuNone"
  | "menuHere"
  | "menuPlaces"
  | "menuCases"
  | "menuContacts";

/** How well (0 to 1) an item is what is typed, by its words alone: its value is an address or an id, which nobody types. */
const byWords = (_value: string, typed: string, words: string[] = []) =>
  defaultFilter(words.join(" "), typed);

type CommandMenuProps = { workspace: string; words: Words<MenuWord>; places: readonly Place[] };

/**
 * What the page can do, where one can go, and cases and contacts by what is typed. What was chosen happens when the menu
 * is gone and the focus is where it was, so that it is about what had it.
 */
export default function CommandMenu({ workspace, words, places }: CommandMenuProps) {
  const { groups, menuOpen, closeMenu, openedFrom } = useKeySheet();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const chosen = useRef<(() => void) | null>(null);
  const found = useFound(workspace, menuOpen ? typed : "");

  const choose = (run: () => void) => () => {
    chosen.current = run;
    closeMenu();
  };
  const goTo = (href: string) => choose(() => router.push(href));

  function goOn(event: Event) {
    event.preventDefault();
    openedFrom()?.focus();
    chosen.current?.();
    chosen.current = null;
    setTyped("");
  }

  return (
    <Radix.Root open={menuOpen} onOpenChange={(open) => !open && closeMenu()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-rail/60" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={goOn}
          className="fixed inset-x-0 top-0 z-50 mx-auto flex max-h-[70dvh] max-w-xl animate-appear flex-col border border-line on-surface bg-surface shadow-float sm:top-[12dvh] sm:w-[calc(100vw-3rem)] sm:rounded-sheet"
        >
          <Radix.Title className="sr-only">{words.menuTitle}</Radix.Title>
          <Command label={words.menuField} filter={byWords} loop className="flex min-h-0 flex-col">
            <div className="border-b border-line p-3">
              <Command.Input
                value={typed}
                onValueChange={setTyped}
                placeholder={words.menuField}
                className={`${controlClass} h-11`}
              />
            </div>
            {found.problem && <Failure className="px-5 pt-3">{found.problem}</Failure>}
            <Command.List label={words.menuTitle} className="min-h-0 overflow-y-auto p-2">
              {!found.problem && (
                <Command.Empty className="px-2.5 py-3 text-muted">{words.menuNone}</Command.Empty>
              )}
              {groups
                .filter(({ run }) => run)
                .map(({ id, keys, run }) => (
                  <Group key={id} title={words.menuHere}>
                    {keys.map(({ key, label }) => (
                      <Item
                        key={key}
                        value={`${id} ${key}`}
                        words={[label]}
                        hint={key}
                        onSelect={choose(() => run?.(key))}
                      >
                        {label}
                      </Item>
                    ))}
                  </Group>
                ))}
              <Group title={words.menuPlaces}>
                {places.map(({ label, href, letter }) => (
                  <Item
                    key={href}
                    value={href}
                    words={[label]}
                    hint={letter && `g ${letter}`}
                    onSelect={goTo(href)}
                  >
                    {label}
                  </Item>
                ))}
              </Group>
              {(["cases", "contacts"] as const)
                .filter((kind) => found[kind].length > 0)
                .map((kind) => (
                  <Group key={kind} title={kind === "cases" ? words.menuCases : words.menuContacts}>
                    {found[kind].map(({ id, label, detail }) => (
                      <Item
                        key={id}
                        value={id}
                        words={[typed]}
                        detail={detail}
                        onSelect={goTo(`/${workspace}/${kind}/${id}`)}
                      >
                        {label}
                      </Item>
                    ))}
                  </Group>
                ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-subtle"
    >
      {children}
    </Command.Group>
  );
}

type ItemProps = {
  /** Tells it from all others of the menu. */
  value: string;
  /** What it is found by. */
  words: string[];
  /** The keys that do the same. */
  hint?: string;
  detail?: string | null;
  onSelect: () => void;
  children: ReactNode;
};

function Item({ value, words, hint, detail, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      keywords={words}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5 text-sm aria-selected:bg-brand-tint max-sm:min-h-11 forced-colors:aria-selected:outline"
    >
      <span className="min-w-0 flex-1">
        {children}
        {detail && <span className="text-muted"> · {detail}</span>}
      </span>
      {hint && <kbd className="font-sans text-xs text-muted">{hint}</kbd>}
    </Command.Item>
  );
}
