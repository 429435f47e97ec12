import { localTime } from "../../campaigns/_campaigns/local-time.ts";
import { isReply, untilInWords } from "../until.ts";
import { words } from "../words.ts";
import type { HeldReply } from "./held-replies.tsx";
import { inWords } from "./later-times.ts";
import type { FoundCase } from "./thread.tsx";

/** The replies of a case that have not left, as the page shows them at `now` to one of its members. */
export function heldOf(found: FoundCase, memberId: string, now: Date): HeldReply[] {
  return found.held.map((one) => ({
    messageId: one.messageId,
    waitsMs: Math.max(0, one.goesOutAt.getTime() - now.getTime()),
    planned: one.planned ? inWords(localTime(one.goesOutAt, found.workspace.timezone)) : null,
    unlessAnswered: one.unlessAnswered,
    afterwards: afterwardsOf(one, found.workspace.timezone),
    by: one.heldBy === memberId ? null : (found.colleagues.find(({ id }) => id === one.heldBy)?.name ?? null),
  }));
}

function afterwardsOf({ closing, snoozeUntil }: FoundCase["held"][number], timeZone: string): string {
  const t = words();
  if (closing) return t("held.closes");
  if (!snoozeUntil) return "";
  if (isReply(snoozeUntil)) return t("held.snoozesReply");
  return t("held.snoozes", { until: untilInWords(snoozeUntil, timeZone) });
}
