"use client";

import { AtSign, Handshake } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { mentionedIn } from "#server/mention/rules.ts";
import { words } from "../words.ts";

type SendBarProps = {
  note: boolean;
  text: string;
  /** Nothing is written, or something is still to be filled in. */
  disabled: boolean;
  pending: boolean;
  colleagues: readonly { id: string; name: string }[];
  onMention(name: string): void;
  /** Notes a promise, of the words that are selected if any; null where none can be noted. */
  onPromise: (() => void) | null;
  /** The other ways to send a reply. */
  children: ReactNode;
};

/** What is done with the words: a reply is sent, a note is added. */
export function SendBar(props: SendBarProps) {
  const { note, text, disabled, pending, colleagues, onMention, onPromise, children } = props;
  const t = words();
  const word = note
    ? t(pending ? "composer.adding" : "composer.add")
    : t(pending ? "composer.sending" : "composer.send");
  const told = note ? mentionedIn(text, colleagues).map(({ name }) => name) : [];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        type="submit"
        variant={note ? "secondary" : "primary"}
        disabled={disabled}
        aria-disabled={pending || undefined}
      >
        {word}
      </Button>
      {!note && children}
      {note && colleagues.length > 0 && (
        <Menu
          align="start"
          trigger={
            <Button variant="quiet">
              <Icon of={AtSign} />
              {t("mention.button")}
            </Button>
          }
        >
          {colleagues.map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => onMention(name)}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      )}
      {onPromise && (
        <Button variant="quiet" onClick={onPromise}>
          <Icon of={Handshake} />
          {t("promise.note")}
        </Button>
      )}
      {told.length > 0 && (
        <p className="text-sm text-muted">{t("mention.told", { names: told.join(", ") })}</p>
      )}
    </div>
  );
}
