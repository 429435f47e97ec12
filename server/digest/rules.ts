import { tz } from "@date-fns/tz";
import { format } from "date-fns";
import type { Role } from "#server/context.ts";
import { daysBefore } from "#server/dashboard/rules.ts";
import { GROUPS, groupOf } from "#server/nps/groups.ts";

/** When a digest comes, by the clocks of its workspace; `weekday` (1 is Monday) is that of a weekly one. */
export type Timing = { rhythm: "daily" | "weekly" | "monthly"; weekday: number | null; hour: number };

/** A day of the calendar (YYYY-MM-DD) and the hour that the clocks show. */
export type LocalTime = { day: string; hour: number };

/** What the clocks of `timezone` (IANA name) show at a moment. */
export function localTime(at: Date, timezone: string): LocalTime {
  const [day = "", hour = ""] = format(at, "yyyy-MM-dd H", { in: tz(timezone) }).split(" ");
  return { day, hour: Number(hour) };
}

/**
 * The newest day on which a digest was due. It compares what the clocks show, never moments: an hour that summer
 * time leaves out is over with the next one, and one that comes twice counts when it comes first.
 */
export function lastDueOn(timing: Timing, { day, hour }: LocalTime): string {
  const today = hour >= timing.hour ? day : daysBefore(day, 1);
  return firstOf(timing, today, 1);
}

/** The next day on which it will be due. */
export function nextDueOn(timing: Timing, { day, hour }: LocalTime): string {
  const today = hour >= timing.hour ? daysBefore(day, -1) : day;
  return firstOf(timing, today, -1);
}

/**
 * The day for which a digest is due at `now`, or null: the newest one, when nothing was made of it yet
 * (`handledOn` is the last day that something was) and it lies after the time when its timing was chosen. What was
 * missed before that, by a standstill, is not made up for.
 */
export function dueOn(
  digest: Timing & { timedAt: Date; handledOn: string | null },
  now: LocalTime,
  timezone: string,
): string | null {
  const last = lastDueOn(digest, now);
  if (digest.handledOn && digest.handledOn >= last) return null;
  return last > lastDueOn(digest, localTime(digest.timedAt, timezone)) ? last : null;
}

/**
 * The days that a digest tells of which is due on `day`, the last included: a daily one those since the weekday
 * before, so that Monday's tells of the weekend too, a weekly one seven, a monthly one the month before.
 */
export function periodOf({ rhythm }: Pick<Timing, "rhythm">, day: string): { from: string; to: string } {
  const to = daysBefore(day, 1);
  if (rhythm === "monthly") return { from: `${to.slice(0, 7)}-01`, to };
  if (rhythm === "weekly") return { from: daysBefore(day, 7), to };
  return { from: firstOf({ rhythm, weekday: null }, to, 1), to };
}

/** The first day of a rhythm from `day` on, back (1) or forward (−1) in the calendar. */
function firstOf(timing: Pick<Timing, "rhythm" | "weekday">, day: string, back: 1 | -1): string {
  let at = day;
  while (!isOn(timing, at)) at = daysBefore(at, back);
  return at;
}

function isOn({ rhythm, weekday }: Pick<Timing, "rhythm" | "weekday">, day: string): boolean {
  if (rhythm === "monthly") return day.endsWith("-01");
  const on = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return rhythm === "weekly" ? on === weekday : on <= 5;
}

/** How many days stand beside those of a digest that have few answers. */
export const longerDays = 90;

/** What happened in the days of a digest. */
export type Happened = { answers: number; openedCases: number; wentOverdue: number };

/**
 * Whether a digest has something to tell: an answer came, a case was opened, or one became overdue. Numbers that were
 * opened and not sent are told beside these, and are no news alone: nobody is known to have said anything.
 */
export function isNews({ answers, openedCases, wentOverdue }: Happened): boolean {
  return answers + openedCases + wentOverdue > 0;
}

const mostComments = 3;
const saysSomething = 20;

/**
 * The comments that stand in the mail, at most three, of `candidates` that come newest first and all have one: of
 * each group the newest that is long enough to say something (20 characters), or its newest; where a group has none,
 * others fill the places in the same order of groups. Detractors stand first, since they wait for an answer.
 */
export function chooseComments<One extends { id: string; score: number; comment: string | null }>(
  candidates: readonly One[],
): One[] {
  const isLong = ({ comment }: One) => (comment?.trim().length ?? 0) >= saysSomething;
  const sorted = GROUPS.map((group) => {
    const own = candidates.filter(({ score }) => groupOf(score) === group);
    return [...own.filter(isLong), ...own.filter((one) => !isLong(one))];
  });
  const firsts = sorted.flatMap((own) => own.slice(0, 1));
  const rest = sorted.flatMap((own) => own.slice(1));
  const filling = [...rest.filter(isLong), ...rest.filter((one) => !isLong(one))];
  const chosen = new Set([...firsts, ...filling].slice(0, mostComments));
  return sorted.flat().filter((one) => chosen.has(one));
}

/** Whether somebody in this role may set up a digest for a colleague, and change it. */
export const mayMailColleagues = (role: Role): boolean => role === "manager" || role === "admin";
