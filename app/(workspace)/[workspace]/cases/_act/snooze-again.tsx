"use client";

import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { snoozeInWords, untilAgain } from "../until.ts";
import { words } from "../words.ts";
import type { NamedCase } from "./acting.tsx";
import { useActing } from "./use-acting.ts";

/** Until when a case would be snoozed, had its customer not written before; one press makes it so. */
export function SnoozeAgain({ one, until }: { one: NamedCase; until: Date }) {
  const t = words();
  const { act, frame } = useActing();
  async function again() {
    const obstacle = await act({ kind: "snooze", until: untilAgain(until) }, { cases: [one] });
    if (obstacle) toast.error(t("failed"), { description: obstacle });
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-sm">
      {snoozeInWords(until, frame.timezone, "was")}
      {frame.mayAct && (
        <Button size="small" variant="quiet" className="relative z-10 underline" onClick={again}>
          {t("snooze.again")}
        </Button>
      )}
    </span>
  );
}
