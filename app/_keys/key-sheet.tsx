"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { Key } from "./key.ts";

export type SheetWord =
  | "title"
  | "text"
  | "off"
  | "settings"
  | "close"
  | "none"
  | "escape"
  | "left"
  | "right"
  | "enter"
  | "shift"
  | "command";

type KeySheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly { id: string; title: string; keys: readonly Key[] }[];
  on: boolean;
  /** Where shortcuts are turned on and off. */
  settings: string;
  words: Words<SheetWord>;
};

/** All shortcuts that work on the page that is shown, its own first. */
export default function KeySheet({ open, onOpenChange, groups, on, settings, words }: KeySheetProps) {
  return (
    <Dialog
      title={words.title}
      description={on ? words.text : words.off}
      closeLabel={words.close}
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className="grid gap-5">
        {groups.length === 0 && <p>{words.none}</p>}
        {groups
          .filter(({ keys }) => keys.length > 0)
          .toReversed()
          .map(({ id, title, keys }) => (
            <section key={id} aria-label={title}>
              <h3 className="mb-1 font-medium text-muted">{title}</h3>
              <dl>
                {keys.map(({ key, label }) => (
                  <div
                    key={key}
                    className="flex items-baseline justify-between gap-4 border-t border-line py-1.5"
                  >
                    <dt className="order-2">
                      <KeyCap of={key} words={words} />
                    </dt>
                    <dd>{label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        <p>
          <TextLink href={settings} onClick={() => onOpenChange(false)}>
            {words.settings}
          </TextLink>
        </p>
      </div>
    </Dialog>
  );
}

function KeyCap({ of, words }: { of: string; words: Words<SheetWord> }) {
  return (
    <span className="flex gap-1">
      {of.split(/[+ ](?=.)|(?<=.)[/](?=.)/).map((part) => (
        <kbd
          key={part}
          className="inline-flex min-h-6 min-w-7 items-center justify-center rounded-control border border-line-strong px-1.5 font-sans text-sm"
        >
          {capOf(part, words)}
        </kbd>
      ))}
    </span>
  );
}

function capOf(key: string, words: Words<SheetWord>): ReactNode {
  if (key === "arrowleft") return <Arrow of={ArrowLeft} name={words.left} />;
  if (key === "arrowright") return <Arrow of={ArrowRight} name={words.right} />;
  return { escape: words.escape, enter: words.enter, shift: words.shift, command: words.command }[key] ?? key;
}

function Arrow({ of, name }: { of: typeof ArrowLeft; name: string }) {
  return (
    <>
      <Icon of={of} size={14} />
      <span className="sr-only">{name}</span>
    </>
  );
}
