"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { words } from "../words.ts";
import type { LaterTime } from "./later-times.ts";
import type { AskWhether } from "./recovery.ts";
import { SendCloseDialog } from "./send-close-dialog.tsx";
import { SendLaterDialog } from "./send-later-dialog.tsx";
import { SendSnoozeDialog } from "./send-snooze-dialog.tsx";
import type { Sending } from "./use-sending.ts";

type SendWaysProps = {
  sending: Sending;
  disabled: boolean;
  caseId: string;
  name: string;
  times: LaterTime[];
  timezone: string;
  ask: AskWhether;
};

type Way = "later" | "close" | "snooze";

/** The other ways to send a reply: later, and closing the case with it or putting it to sleep. */
export function SendWays({ sending, disabled, caseId, name, times, timezone, ask }: SendWaysProps) {
  const t = words();
  const [asked, setAsked] = useState<Way | null>(null);
  const of = (one: Way) => ({
    open: asked === one,
    onOpenChange: (open: boolean) => setAsked(open ? one : null),
    sending,
  });
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button disabled={disabled}>
            {t("ways.button")}
            <Icon of={ChevronDown} size={14} />
          </Button>
        }
      >
        <MenuItem onSelect={() => setAsked("later")}>{t("ways.later")}</MenuItem>
        <MenuItem onSelect={() => setAsked("snooze")}>{t("ways.snooze")}</MenuItem>
        <MenuItem onSelect={() => setAsked("close")}>{t("ways.close")}</MenuItem>
      </Menu>
      <SendLaterDialog {...of("later")} name={name} times={times} timezone={timezone} />
      <SendSnoozeDialog {...of("snooze")} />
      <SendCloseDialog {...of("close")} one={{ id: caseId, name }} ask={ask} />
    </>
  );
}
