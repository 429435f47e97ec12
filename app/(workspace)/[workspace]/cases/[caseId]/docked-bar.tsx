"use client";

import { Mail, StickyNote } from "lucide-react";
import { Button } from "#app/_ui/button.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { words } from "../words.ts";
import { useCaseSheets } from "./case-sheets.tsx";

type Kind = "reply" | "note";

type DockedBarProps = {
  kinds: readonly Kind[];
  /** What is begun already. */
  begun: Kind | null;
  onChoose(kind: Kind): void;
};

/** On a phone, at the thumb: opens the composer for a reply or a note, and says which of them is begun. */
export function DockedBar({ kinds, begun, onChoose }: DockedBarProps) {
  const t = words();
  const { open, show } = useCaseSheets();
  return (
    <div className="hidden gap-2 phone:flex">
      {kinds.map((kind) => (
        <Button
          key={kind}
          variant={kind === "reply" ? "primary" : "secondary"}
          className="flex-1"
          aria-haspopup="dialog"
          aria-expanded={open === "write"}
          aria-controls="composer"
          onClick={() => {
            onChoose(kind);
            show("write");
          }}
        >
          <Icon of={kind === "reply" ? Mail : StickyNote} size={14} />
          {t(begun === kind ? `docked.${kind}Draft` : `docked.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
