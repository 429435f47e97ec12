"use client";

import { clsx } from "clsx";
import { Mail, StickyNote } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Icon } from "#app/_ui/icon.tsx";
import { words } from "../words.ts";

type Kind = "reply" | "note";

type ComposerTabsProps = { kind: Kind; onChange(kind: Kind): void; panelId: string };

const kinds = [
  { kind: "reply", icon: Mail },
  { kind: "note", icon: StickyNote },
] as const;

/** Whether a reply to the customer or a note for colleagues is written. */
export function ComposerTabs({ kind, onChange, panelId }: ComposerTabsProps) {
  const t = words();
  function move(event: KeyboardEvent) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const next = kind === "reply" ? "note" : "reply";
    onChange(next);
    document.getElementById(`${panelId}-${next}`)?.focus();
  }
  return (
    <div role="tablist" aria-label={t("composer.label")} className="flex gap-1">
      {kinds.map(({ kind: one, icon }) => (
        <button
          key={one}
          id={`${panelId}-${one}`}
          type="button"
          role="tab"
          aria-selected={kind === one}
          aria-controls={panelId}
          tabIndex={kind === one ? 0 : -1}
          onClick={() => onChange(one)}
          onKeyDown={move}
          className={clsx(
            "inline-flex min-h-9 items-center gap-2 rounded-t-control border border-b-0 px-4 text-sm max-sm:min-h-11",
            kind === one ? "font-bold text-text" : "border-transparent text-muted hover:text-text",
            kind === one && (one === "note" ? "border-dashed border-warn bg-sunken" : "border-line-strong"),
          )}
        >
          <Icon of={icon} size={14} />
          {t(`composer.${one}`)}
        </button>
      ))}
    </div>
  );
}
