import { type Standing, standingOf } from "#server/promise/rules.ts";
import { localTime } from "../../campaigns/_campaigns/local-time.ts";
import { dayShort } from "../until.ts";
import { words } from "../words.ts";

/** The day of a promise as it stands at `now` by the clocks of `timeZone`: "due today", "overdue 2 days", "due Fri 4 Dec". */
export function dueInWords(dueOn: string, now: Date, timeZone: string): { text: string; tone: Tone } {
  const t = words();
  const standing = standingOf(dueOn, todayIn(timeZone, now));
  const text = {
    today: t("promise.today"),
    overdue: t("promise.overdue", { n: "days" in standing ? standing.days : 0 }),
    ahead: t("promise.ahead", { day: dayInWords(dueOn) }),
  }[standing.kind];
  return { text, tone: tones[standing.kind] };
}

type Tone = "plain" | "warn" | "alarm";
const tones: Record<Standing["kind"], Tone> = { ahead: "plain", today: "warn", overdue: "alarm" };

/** The day ("2026-12-04") that the clocks of `timeZone` show at `now`. */
export const todayIn = (timeZone: string, now = new Date()): string => localTime(now, timeZone).slice(0, 10);

/** "Fri 4 Dec" */
export const dayInWords = (day: string): string => dayShort(new Date(`${day}T00:00:00Z`), "UTC");
