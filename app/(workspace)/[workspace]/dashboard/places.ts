import type { DashboardView } from "#server/dashboard/schema.ts";
import { filterOf, type Query, withQuery } from "#server/response/address.ts";
import type { Found } from "./page.tsx";
import { addressOf, answersAddress } from "./words.ts";

/** Parts of the dashboard whose figures can be had as a file. */
export const panelNames = ["split", "trend", "mentions", "parts", "follow-up"] as const;
export type PanelName = (typeof panelNames)[number];

/** Where the parts of a dashboard lead. Whoever may not see single answers has no way to them. */
export type Places = {
  /** The dashboard's own path. */
  here: string;
  /** The same dashboard with changes of its view. */
  dashboard(changes: Query): string;
  /** What stays in its address beside the view. */
  kept?: Query;
  /** The answers behind a part, narrowed further. */
  answers?(only: Query): string;
  answer?(id: string): string;
  setAside?: string;
  /** The campaigns, with whom they asked. */
  asked?: string;
  /** The figures of a part as a CSV file. */
  file?(panel: PanelName): string;
  /** The cases behind a figure of follow-up: those opened on the days of the view, narrowed further. */
  cases?(only: Query): string;
  /** The figures of cases, by team and by cause. */
  figures?: string;
  /** The targets with their owners and logs. */
  targets?: string;
};

/** A dashboard: what was asked for, what was found, where its parts lead. */
export type Shown = { view: DashboardView; found: Found; places: Places };

/** The places of a member, who may see everything. */
export function placesOf(workspace: string, view: DashboardView): Places {
  const here = `/${workspace}/dashboard`;
  return {
    here,
    dashboard: (changes) => addressOf(here, view, changes),
    answers: (only) => answersAddress(workspace, view, only),
    answer: (id) => `/${workspace}/responses/${id}`,
    setAside: `/${workspace}/responses/set-aside`,
    asked: `/${workspace}/campaigns`,
    file: (panel) => addressOf(`${here}/export`, view, { panel }),
    cases: (only) => withQuery(`/${workspace}/cases`, { ...filterOf(view), view: "all" }, only),
    figures: addressOf(`/${workspace}/cases/figures`, {
      ...{ period: view.period, from: view.from, to: view.to, by: view.by, team: view.team },
    }),
    targets: `/${workspace}/settings/targets`,
  };
}
