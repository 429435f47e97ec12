import { tz } from "@date-fns/tz";
import { addDays, addMonths, differenceInCalendarDays, format, subDays, subMonths } from "date-fns";
import { compare } from "#server/nps/compare.ts";
import { type Counts, total } from "#server/nps/groups.ts";
import { npsOf, roundPoints } from "#server/nps/score.ts";
import { areComparable, presentationOf } from "#server/nps/show.ts";
import type { Bucket } from "#server/response/count.ts";
import type { DashboardView, Period } from "./schema.ts";

/** Days of the workspace's calendar, YYYY-MM-DD, both included; absent: no end. */
export type Days = { from?: string; to?: string };

const lengths: Record<Exclude<Period, "all" | "12m">, number> = { "7d": 7, "30d": 30, "90d": 90 };

/** The days a view covers, the days just before them to compare with (none for "all"), and how the trend is cut. */
export function daysOf(
  view: Pick<DashboardView, "period" | "from" | "to">,
  now: Date,
  timezone: string,
): { shown: Days; before: Days | null; bucket: Bucket } {
  const today = format(now, "yyyy-MM-dd", { in: tz(timezone) });
  const shown = shownDays(view, today);
  if (!shown.from || !shown.to) return { shown, before: null, bucket: "month" };
  const length = differenceInCalendarDays(at(shown.to), at(shown.from)) + 1;
  const before = { from: text(subDays(at(shown.from), length)), to: text(subDays(at(shown.from), 1)) };
  return { shown, before, bucket: length <= 14 ? "day" : length <= 200 ? "week" : "month" };
}

function shownDays(view: Pick<DashboardView, "period" | "from" | "to">, today: string): Days {
  if (view.from && view.to) return { from: view.from, to: view.to };
  if (view.period === "all") return {};
  if (view.period === "12m") return { from: text(addDays(subMonths(at(today), 12), 1)), to: today };
  return { from: text(subDays(at(today), lengths[view.period] - 1)), to: today };
}

const utc = tz("UTC");
const at = (day: string) => new Date(`${day}T00:00:00Z`);
const text = (day: Date) => format(day, "yyyy-MM-dd", { in: utc });

/** The last day of the day, week or month that begins on `start`. */
export function lastDayOf(start: string, bucket: Bucket): string {
  return text(subDays(at(nextStart(start, bucket)), 1));
}

function nextStart(start: string, bucket: Bucket): string {
  if (bucket === "month") return text(addMonths(at(start), 1));
  return text(addDays(at(start), bucket === "week" ? 7 : 1));
}

/** The same stretches with the empty ones between the first and the last put in, so that time runs evenly. */
export function withoutGaps<T extends { start: string }>(
  trend: readonly T[],
  bucket: Bucket,
  empty: (start: string) => T,
): T[] {
  const known = new Map(trend.map((one) => [one.start, one]));
  const last = trend.at(-1)?.start ?? "";
  const all: T[] = [];
  for (let start = trend[0]?.start; start && start <= last; start = nextStart(start, bucket)) {
    all.push(known.get(start) ?? empty(start));
  }
  return all;
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
