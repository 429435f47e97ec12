"use client";

import { AtSign, Handshake } from "lucide-react";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "#app/_ui/button.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { mentionedIn } from "#server/mention/rules.ts";
import { words } from "../words.ts";

type SendBarProps = {
  note: boolean;
  text: string;
  /** The button that sends; on a phone it is at the head of the composer. */
  submit: Pick<ButtonProps, "disabled" | "aria-disabled" | "children">;
  colleagues: readonly { id: string; name: string }[];
  onMention(name: string): void;
  /** Notes a promise, of the words that are selected if any; null where none can be noted. */
  onPromise: (() => void) | null;
  /** The other ways to send a reply. */
  children: ReactNode;
};

/** What is done with the words: a reply is sent, a note is added. */
export function SendBar(props: SendBarProps) {
  const { note, text, submit, colleagues, onMention, onPromise, children } = props;
  const t = words();
  const told = note ? mentionedIn(text, colleagues).map(({ name }) => name) : [];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" variant={note ? "secondary" : "primary"} className="phone:hidden" {...submit} />
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
