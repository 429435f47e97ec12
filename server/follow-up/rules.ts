import { daysOf, withoutGaps } from "#server/dashboard/rules.ts";
import type { Share } from "#server/nps/rate.ts";
import type { Asked, Solved } from "./count-checks.ts";
import type { Closed } from "./count-closed.ts";
import type { Opened } from "./count-opened.ts";
import type { Cut, Span } from "./cuts.ts";
import type { FiguresView } from "./schema.ts";

/** Everything that is counted of a part of the cases. */
export type Figures = Opened & Closed & Asked & Solved;

/** A part of which nothing is there. */
export const noFigures: Figures = {
  ...{ opened: 0, inTime: 0, late: 0, unwritten: 0, closed: 0, reopened: 0 },
  ...{ medianWorking: null, ninetiethWorking: null, medianClock: null, ninetiethClock: null },
  ...{ asked: 0, replied: 0, answered: 0, recovered: 0, partly: 0 },
};

/** The rates of a part, each with what it is of. */
export const sharesOf = (figures: Figures) =>
  ({
    inTime: { count: figures.inTime, of: figures.inTime + figures.late },
    reopened: { count: figures.reopened, of: figures.closed },
    replied: { count: figures.replied, of: figures.asked },
    recovered: { count: figures.recovered, of: figures.answered },
  }) satisfies Record<string, Share>;

/** The days of a view, cut by week up to half a year and by month beyond, unless it says otherwise; and today. */
export function spanOf(view: FiguresView, now: Date, timezone: string): Span & { today: string } {
  const { shown, bucket, today } = daysOf(view, now, timezone);
  return { days: shown, bucket: bucket === "month" ? "month" : "week", timezone, team: view.team, today };
}

/** What was counted of each part of one kind, by its key. */
export function partsOf(
  cut: Cut["cut"],
  ...counted: (Cut & Partial<Figures>)[][]
): Map<string | null, Figures> {
  const parts = new Map<string | null, Figures>();
  for (const { cut: kind, key, ...figures } of counted.flat()) {
    if (kind === cut) parts.set(key, { ...noFigures, ...parts.get(key), ...figures });
  }
  return parts;
}

/** The weeks or months of a span from the first with something in it, without gaps, to that of its last day or today. */
export function periodsOf(
  parts: ReadonlyMap<string | null, Figures>,
  { bucket, days, today }: Span & { today: string },
): { start: string; figures: Figures }[] {
  const starts = [...parts.keys()].filter((start) => start !== null).sort();
  const end = days.to && days.to < today ? days.to : today;
  return withoutGaps(starts, bucket, end).map((start) => ({ start, figures: parts.get(start) ?? noFigures }));
}
