import { dateText } from "#app/_i18n/format.ts";
import { localTime } from "../../campaigns/_campaigns/local-time.ts";
import { words } from "../words.ts";

/** `at`: on the workspace's clock, as a `datetime-local` field writes it. */
export type LaterTime = { at: string; label: string };

const dayMs = 86_400_000;

/** Times that a reply is often sent at, each with the exact day and hour in words: in an hour, tomorrow, on Monday. */
export function laterTimes(now: Date, timeZone: string): LaterTime[] {
  const t = words();
  const fiveMinutes = 300_000;
  const hour = new Date(Math.ceil((now.getTime() + 12 * fiveMinutes) / fiveMinutes) * fiveMinutes);
  const today = new Date(`${localTime(now, timeZone).slice(0, 10)}T00:00Z`);
  const morning = (days: number) =>
    `${new Date(today.getTime() + days * dayMs).toISOString().slice(0, 10)}T09:00`;
  const toMonday = (8 - today.getUTCDay()) % 7 || 7;
  return [
    { at: localTime(hour, timeZone), label: "later.hour" as const },
    { at: morning(1), label: "later.tomorrow" as const },
    ...(toMonday > 1 ? [{ at: morning(toMonday), label: "later.monday" as const }] : []),
  ].map(({ at, label }) => ({ at, label: t(label, { time: inWords(at) }) }));
}

/** "Tuesday 1 December at 09:00", for what a `datetime-local` field writes. */
export function inWords(at: string): string {
  const moment = new Date(`${at}Z`);
  if (Number.isNaN(moment.getTime())) return "";
  return dateText(moment, {
    ...{ weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
    timeZone: "UTC",
  });
}
