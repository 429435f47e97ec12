import { tz } from "@date-fns/tz";
import {
  addYears,
  differenceInCalendarDays,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  format,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  subDays,
} from "date-fns";
import { chanceOfRate, chanceOfScore } from "#server/nps/chance.ts";
import { type Counts, total } from "#server/nps/groups.ts";
import { percentOf, rateInterval, type Share } from "#server/nps/rate.ts";
import { npsOf, roundPoints } from "#server/nps/score.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";

/** Days of the workspace's calendar, YYYY-MM-DD, both included. */
export type Days = { from: string; to: string };

export type Repeats = "month" | "quarter" | "year";

/** What a target's figure is made of: the groups of a score, or hits of so many. */
export type Figure = { counts: Counts } | { share: Share };

const utc = tz("UTC");
const at = (day: string) => new Date(`${day}T00:00:00Z`);
const text = (day: Date) => format(day, "yyyy-MM-dd", { in: utc });

/** The day it is at a moment by the clocks of `timezone` (IANA name). */
export const dayAt = (moment: Date, timezone: string): string =>
  format(moment, "yyyy-MM-dd", { in: tz(timezone) });

/** The day so many days before another. */
export const daysBefore = (day: string, days: number): string => text(subDays(at(day), days));

/** A target ends by this day at the latest: five years on. */
export const latestDay = (today: string): string => text(addYears(at(today), 5));

/** The month, quarter or year of the calendar that a day lies in. */
export function periodAround(repeats: Repeats, day: string): Days {
  const { start, end } = {
    month: { start: startOfMonth, end: endOfMonth },
    quarter: { start: startOfQuarter, end: endOfQuarter },
    year: { start: startOfYear, end: endOfYear },
  }[repeats];
  return { from: text(start(at(day), { in: utc })), to: text(end(at(day), { in: utc })) };
}

type Term = { repeats: Repeats | null; fromDay: string; toDay: string | null };

/**
 * The periods of a target that have begun by `today`, newest first, at most `most`; one that has not begun yet is the
 * only one of a target that begins later. Of a target that was ended (on the day `ended`) those that were over by then:
 * what is ended before its last day is not judged.
 */
export function periodsOf(term: Term, today: string, ended: string | null, most: number): Days[] {
  const periods: Days[] = [];
  if (term.toDay) periods.push({ from: term.fromDay, to: term.toDay });
  else if (term.repeats) {
    let period = periodAround(term.repeats, today > term.fromDay ? today : term.fromDay);
    while (period.to >= term.fromDay && periods.length <= most) {
      periods.push(period);
      period = periodAround(term.repeats, daysBefore(period.from, 1));
    }
  }
  return periods.filter(({ to }) => ended === null || to < ended).slice(0, most);
}

/** What held on a day, of the versions of a target, oldest first: the last that was made by then, or the first. */
export function heldOn<Version extends { on: string }>(versions: readonly Version[], day: string): Version {
  return versions.findLast(({ on }) => on <= day) ?? versions[0]!;
}

/** How many answers or cases a figure rests on. */
export const sizeOf = (figure: Figure): number =>
  "counts" in figure ? total(figure.counts) : figure.share.of;

/** The figure as it is shown, in whole points or percent, rounded once; null of nothing. */
function shownOf(figure: Figure): number | null {
  if ("share" in figure) return percentOf(figure.share);
  const points = npsOf(figure.counts);
  return points === null ? null : roundPoints(points);
}

/** Its 95 % interval in points or percent (adjusted Wald; Wilson), or null of nothing. */
export function uncertaintyOf(figure: Figure): { low: number; high: number } | null {
  if ("counts" in figure) return intervalOf(figure.counts);
  const interval = rateInterval(figure.share);
  return interval && { low: 100 * interval.low, high: 100 * interval.high };
}

/** Over how many days the pace is taken: whole weeks, so that weekdays weigh alike. */
export const paceDays = 28;

/**
 * How many more answers or cases a period will have: as many a day as in the last 28 days (`lately`), for every day
 * after `today` to its last, and those that are under way already.
 */
export function expectedOf(period: Days, today: string, lately: number, pending: number): number {
  const days = Math.max(0, differenceInCalendarDays(at(period.to), at(today)));
  return Math.round((lately / paceDays) * days) + pending;
}

export type Standing =
  | { state: "not_begun" }
  /** Too few for the target to count yet; `expected` more by the last day at today's pace. */
  | { state: "early"; n: number; expected: number }
  | {
      state: "on_the_way" | "behind";
      n: number;
      shown: number;
      /** Of reaching the goal by the last day, 0 to 1; null when nothing more is expected. */
      chance: number | null;
    }
  | { state: "reached" | "missed"; n: number; shown: number }
  /** Over, from fewer than the minimum. */
  | { state: "too_few"; n: number };

type Contract = { goal: number; minimum: number };

/**
 * How a target stands on the day `today`: over once its last day is past and nothing is under way any more (`expected`
 * is 0 then), and before that on the way or behind by the figure as it is shown.
 */
export function standingOf(
  { goal, minimum }: Contract,
  period: Days,
  today: string,
  figure: Figure,
  expected: number,
): Standing {
  if (period.from > today) return { state: "not_begun" };
  const n = sizeOf(figure);
  const shown = shownOf(figure);
  const over = period.to < today && expected === 0;
  if (shown === null || n < minimum) return over ? { state: "too_few", n } : { state: "early", n, expected };
  if (over) return { state: shown >= goal ? "reached" : "missed", n, shown };
  const chance = expected === 0 ? null : chanceOf(figure, expected, goal);
  return { state: shown >= goal ? "on_the_way" : "behind", n, shown, chance };
}

const chanceOf = (figure: Figure, expected: number, goal: number): number | null =>
  "counts" in figure
    ? chanceOfScore(figure.counts, expected, goal)
    : chanceOfRate(figure.share, expected, goal);
