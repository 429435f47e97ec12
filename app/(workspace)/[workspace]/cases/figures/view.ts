import { lastDayOf } from "#server/dashboard/rules.ts";
import type { FiguresView } from "#server/follow-up/schema.ts";
import { type Query, withQuery } from "#server/response/address.ts";
import { dayInWords, daysInWords } from "../../dashboard/words.ts";
import type { Found } from "./page.tsx";

/** What can be had as a file. */
export const tableNames = ["periods", "teams", "causes"] as const;
export type TableName = (typeof tableNames)[number];

export type Shown = { workspace: string; view: FiguresView; found: Found };

/** The address of the figures of a view with `changes`; what is undefined leaves it. */
export function figuresAddress(workspace: string, view: Partial<FiguresView>, changes: Query = {}): string {
  const { period, from, to, by, team } = view;
  return withQuery(`/${workspace}/cases/figures`, { period, from, to, by, team }, changes);
}

/** The file of one table of a view. */
export const fileAddress = ({ workspace, view }: Shown, table: TableName): string =>
  figuresAddress(workspace, view, { table }).replace("/cases/figures?", "/cases/figures/export?");

/** The cases opened on days of a view, or closed with a cause, of its team. */
export const casesAddress = ({ workspace, view }: Shown, only: Query): string =>
  withQuery(`/${workspace}/cases`, { view: "all", team: view.team }, only);

/** A week or month as far as it lies on the days shown: its ends, and how it is called in full and under an axis. */
export function periodOf({ found: { days, bucket } }: Pick<Shown, "found">, start: string) {
  const last = lastDayOf(start, bucket);
  const from = days.from && days.from > start ? days.from : start;
  const to = days.to && days.to < last ? days.to : last;
  const whole = bucket === "month" && from === start && to === last;
  const tick =
    bucket === "month"
      ? ({ month: "short", year: "2-digit" } as const)
      : ({ day: "numeric", month: "short" } as const);
  return {
    ...{ from, to, tick: dayInWords(from, tick) },
    label: whole ? dayInWords(start, { month: "long", year: "numeric" }) : daysInWords(from, to),
  };
}
