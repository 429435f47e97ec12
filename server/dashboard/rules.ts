import { tz } from "@date-fns/tz";
import { addDays, addMonths, differenceInCalendarDays, format, subDays, subMonths } from "date-fns";
import { compare } from "#server/nps/compare.ts";
import { type Counts, total } from "#server/nps/groups.ts";
import { npsOf, roundPoints } from "#server/nps/score.ts";
import { areComparable, FEWEST_FOR_A_SCORE, presentationOf } from "#server/nps/show.ts";
import type { Before, Bucket } from "#server/response/count.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import type { DashboardView, Period } from "./schema.ts";

/** Days of the workspace's calendar, YYYY-MM-DD, both included; absent: no end. */
export type Days = { from?: string; to?: string };

type Choice = Pick<DashboardView, "period" | "from" | "to" | "by">;

/** So many numbers that were opened and not sent are counted for a dashboard; of more it is enough to know that there are. */
export const mostSetAside = 250;

const lengths: Record<Exclude<Period, "all" | "12m">, number> = { "7d": 7, "30d": 30, "90d": 90 };

/**
 * The days a view covers, how many days back those lie that it is compared with (as many, just before; null
 * for all time), and how the trend is cut: by day up to a fortnight, by week up to half a year, else by month.
 */
export function daysOf(
  view: Choice,
  now: Date,
  timezone: string,
): { shown: Days; length: number | null; bucket: Bucket; today: string } {
  const today = format(now, "yyyy-MM-dd", { in: tz(timezone) });
  const shown = shownDays(view, today);
  if (!shown.from || !shown.to) return { shown, length: null, bucket: view.by ?? "month", today };
  const length = differenceInCalendarDays(at(shown.to), at(shown.from)) + 1;
  return {
    shown,
    length,
    bucket: view.by ?? (length <= 14 ? "day" : length <= 184 ? "week" : "month"),
    today,
  };
}

/**
 * How a trend that nobody cut is cut, once the number of answers is known: by month instead of by week where
 * most weeks would have too few answers for a score.
 */
export function steadierBucket(bucket: Bucket, answers: number, length: number | null): Bucket {
  const thin =
    bucket === "week" && length !== null && length > 62 && answers < FEWEST_FOR_A_SCORE * (length / 7);
  return thin ? "month" : bucket;
}

function shownDays(view: Choice, today: string): Days {
  if (view.from && view.to) return { from: view.from, to: view.to };
  if (view.period === "all") return {};
  if (view.period === "12m") return { from: text(addDays(subMonths(at(today), 12), 1)), to: today };
  return { from: text(subDays(at(today), lengths[view.period] - 1)), to: today };
}

const utc = tz("UTC");
const at = (day: string) => new Date(`${day}T00:00:00Z`);
const text = (day: Date) => format(day, "yyyy-MM-dd", { in: utc });

/** The day so many days before `day`. */
export const daysBefore = (day: string, days: number): string => text(subDays(at(day), days));

/** As many days just before (`by` −1) or just after (1) those shown; null without both ends. */
export function shiftedDays({ from, to }: Days, by: -1 | 1): { from: string; to: string } | null {
  if (!from || !to) return null;
  const length = differenceInCalendarDays(at(to), at(from)) + 1;
  return { from: daysBefore(from, -by * length), to: daysBefore(to, -by * length) };
}

type Compared = Pick<DashboardView, "compare" | "compareFrom" | "compareTo">;

/**
 * The days to compare with those shown; null where nothing is compared: for all time, when nobody wants it, and
 * "overlaps" where days are in both, because what shares answers is not compared (STATS.md 1). A year earlier is 52
 * weeks, so that weekdays meet their like; more, in whole weeks, for periods that are longer.
 */
export function beforeOf(view: Compared, shown: Days, length: number | null): Before | "overlaps" | null {
  if (!shown.from || !shown.to || !length || view.compare === "none") return null;
  if (view.compare === "dates" && view.compareFrom && view.compareTo) {
    const { compareFrom: from, compareTo: to } = view;
    if (from <= shown.to && to >= shown.from) return "overlaps";
    return { from, to, days: differenceInCalendarDays(at(shown.from), at(from)) };
  }
  const days = view.compare === "year" ? Math.max(364, Math.ceil(length / 7) * 7) : length;
  return { from: daysBefore(shown.from, days), to: daysBefore(shown.to, days), days };
}

/** The last day of the day, week or month that begins on `start`. */
export function lastDayOf(start: string, bucket: Bucket): string {
  return daysBefore(nextStart(start, bucket), 1);
}

function nextStart(start: string, bucket: Bucket): string {
  if (bucket === "month") return text(addMonths(at(start), 1));
  return text(addDays(at(start), bucket === "week" ? 7 : 1));
}

const mostStretches = 1_000;

/**
 * Where each stretch of a trend begins, evenly from the first of `starts` to the last, or on to the one that
 * `end` (a day) lies in: an empty stretch is a finding too.
 */
export function withoutGaps(starts: readonly string[], bucket: Bucket, end: string | undefined): string[] {
  const [first] = starts;
  const last = starts.at(-1);
  const all: string[] = [];
  if (!first || !last) return all;
  const until = end && end > last ? end : last;
  for (let start = first; start <= until && all.length < mostStretches; start = nextStart(start, bucket)) {
    all.push(start);
  }
  return all;
}

/** Whether a filter lets through all answers of its days, or all of one team. */
export function isOfTeam({ from: _, to: __, team: ___, ...more }: ResponseFilter): boolean {
  return Object.values(more).every((value) => value === undefined);
}

/** What the dashboard says first. */
export type Verdict =
  | { kind: "no_answers" }
  | { kind: "too_few"; n: number }
  | { kind: "score"; nps: number; few: boolean }
  | { kind: "up" | "down"; nps: number; points: number }
  | { kind: "cannot_tell"; nps: number };

/** The finding in one verdict: whether NPS (whole points) went up or down since the period before, or nobody can tell yet. */
export function verdictOf(counts: Counts, before: Counts | null): Verdict {
  const n = total(counts);
  const points = npsOf(counts);
  if (points === null) return { kind: "no_answers" };
  const tier = presentationOf(n);
  if (tier === "counts") return { kind: "too_few", n };
  const nps = roundPoints(points);
  const change = before && areComparable(before, counts) ? compare(counts, before) : null;
  if (!change) return { kind: "score", nps, few: tier === "few" };
  if (change.verdict === "cannot tell") return { kind: "cannot_tell", nps };
  const moved = Math.abs(nps - roundPoints(npsOf(before!)!));
  return { kind: change.verdict, nps, points: moved };
}
