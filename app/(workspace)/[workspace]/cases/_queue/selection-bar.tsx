"use client";

import { CircleCheck, Clock, MailOpen, Tag, UserRound, X } from "lucide-react";
import { Button } from "#app/_ui/button.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import type { Selection } from "../../responses/_list/use-selection.ts";
import type { Asked } from "../_act/acting.tsx";
import { words } from "../words.ts";

type SelectionBarProps = { selection: Selection; ask(kind: Asked["kind"]): void; leaveUnread(): void };

/** What can be done with the cases that are selected, at the lower edge while there are any. */
export function SelectionBar({ selection, ask, leaveUnread }: SelectionBarProps) {
  const t = words();
  const n = selection.ids.size;
  return (
    <>
      <p role="status" className="sr-only">
        {n > 0 && t("selection.count", { n })}
      </p>
      {n > 0 && (
        <section
          aria-label={t("selection.bar")}
          className="sticky bottom-4 z-20 mt-4 flex w-fit animate-appear flex-wrap items-center gap-2 rounded-sheet border border-line on-surface bg-surface py-2 pr-2 pl-4 shadow-float max-md:bottom-20 print:hidden"
        >
          <span className="mr-2 text-sm font-medium tabular-nums">{t("selection.count", { n })}</span>
          <Button onClick={() => ask("assign")}>
            <Icon of={UserRound} />
            {t("assign.button")}
          </Button>
          <Button onClick={() => ask("snooze")}>
            <Icon of={Clock} />
            {t("snooze.button")}
          </Button>
          <Button onClick={() => ask("tag")}>
            <Icon of={Tag} />
            {t("tag.button")}
          </Button>
          <Button onClick={() => ask("close")}>
            <Icon of={CircleCheck} />
            {t("keys.close")}
          </Button>
          <Button onClick={leaveUnread}>
            <Icon of={MailOpen} />
            {t("unread.button")}
          </Button>
          <IconButton icon={X} label={t("selection.clear")} onClick={() => selection.set([])} />
        </section>
      )}
    </>
  );
}
