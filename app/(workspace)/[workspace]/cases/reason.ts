import { reasonOf } from "#server/case/urgency.ts";
import { snoozeInWords } from "./until.ts";
import { duration, words } from "./words.ts";

/** Why a case stands where it does in the queue, in a sentence without its full stop. */
export function reasonInWords(one: Parameters<typeof reasonOf>[0], now: Date, timeZone: string): string {
  const t = words();
  const reason = reasonOf(one, now);
  if ("minutes" in reason) return t(`reason.${reason.kind}`, { time: duration(reason.minutes) });
  if (reason.kind !== "snoozed") return t(`reason.${reason.kind}`);
  const asleep = snoozeInWords(reason.until, timeZone, "reason");
  return reason.firstReply ? asleep : `${asleep}; ${t("reason.stillDue")}`;
}
