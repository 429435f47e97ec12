import { dateText } from "#app/_i18n/format.ts";
import { words } from "./words.ts";

/** "Tue 24 Nov" */
export const dayShort = (at: Date, timeZone: string): string =>
  format(at, { weekday: "short", day: "numeric", month: "short", timeZone });

/** "09:00" */
export const timeOfDay = (at: Date, timeZone: string): string =>
  format(at, { hour: "2-digit", minute: "2-digit", timeZone });

/**
 * The end of a snooze, "Tue 24 Nov 09:00", by the clocks of `timeZone`; of one that was typed as a time by those clocks
 * ("2026-11-24T09:00") too.
 */
export function untilInWords(until: Date | string, timeZone: string): string {
  const isLocal = typeof until === "string" && !/Z$|[+-]\d\d:\d\d$/.test(until);
  const [at, zone] = isLocal ? [new Date(`${until}Z`), "UTC"] : [new Date(until), timeZone];
  return `${dayShort(at, zone)} ${timeOfDay(at, zone)}`;
}

/** Whether the end of a snooze is no time but the customer's reply (server/case/urgency.ts). */
export const isReply = (until: Date) => until.getUTCFullYear() === 9999;

/** Until when a case is or was snoozed, in a sentence. */
export function snoozeInWords(until: Date, timeZone: string, state: "now" | "was" | "reason"): string {
  const t = words();
  const keys = {
    now: ["snooze.now", "snooze.nowReply"],
    was: ["snooze.was", "snooze.wasReply"],
    reason: ["reason.snoozed", "reason.snoozedReply"],
  } as const;
  const [timed, untimed] = keys[state];
  return isReply(until) ? t(untimed) : t(timed, { until: untilInWords(until, timeZone) });
}

/** What to ask for to snooze until the same again. */
export const untilAgain = (until: Date): string => (isReply(until) ? "reply" : until.toISOString());

function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  return dateText(at, options).replace(",", "");
}
