import { numberText } from "#app/_i18n/format.ts";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import type { SplitPart } from "#app/(workspace)/_nps/split-bar.tsx";
import { shareOf } from "#server/dashboard/group-verdict.ts";
import type { DashboardView } from "#server/dashboard/schema.ts";
import { GROUPS, type Group, total } from "#server/nps/groups.ts";
import { rateInterval } from "#server/nps/rate.ts";
import { npsOf } from "#server/nps/score.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { findingText } from "./finding.ts";
import type { Found } from "./page.tsx";
import type { Places } from "./places.ts";
import { neededText, sinceText } from "./since.ts";
import { percentOf, periodInWords, words } from "./words.ts";

export type Told = Pick<Found, "days" | "counts" | "before" | "compared" | "verdict">;

/** What a dashboard says first, in figures and words that a browser shows as they are. */
export type Headline = {
  /** The finding in one sentence. */
  title: string;
  /** Of which days, and of how many answers. */
  status: string;
  score: NpsScore | GroupCount;
  since: string | null;
  needed: string | null;
  split: SplitPart[];
};

export type NpsScore = {
  kind: "nps";
  nps: number | null;
  low: number;
  high: number;
  n: number;
  /** "27 to 35", to which `n` in words is added. */
  summary: string;
  inWords: string;
  bracket: string;
  groups: Record<Group, string>;
  answers?: string;
};

/** How many of all are of one group: what stands in the place of a score that would be ±100 whatever happens. */
export type GroupCount = {
  kind: "group";
  group: Group;
  count: string;
  inWords: string;
  share: string;
  interval: string | null;
  answers?: string;
};

/** The first words of a dashboard: of all that was found, or of what was read anew by itself. */
export function headlineOf(view: DashboardView, found: Told, places: Places): Headline {
  const { counts, verdict } = found;
  const n = view.group ? counts[`${view.group}s`] : total(counts);
  return {
    title: findingText(verdict),
    status: words()("status", { period: periodInWords(view), n }),
    score: verdict.kind === "group" ? groupCountOf(verdict, found, places) : npsScoreOf(found, places),
    since: sinceText(found),
    needed: neededText(found),
    split: splitOf(found, places),
  };
}

function npsScoreOf({ counts, days }: Told, places: Places): NpsScore {
  const t = words();
  const n = total(counts);
  const interval = intervalOf(counts) ?? { low: -100, high: 100 };
  const [low, high] = [pointsText(interval.low), pointsText(interval.high)];
  const label = (group: Group) => t(`groups.${group}`, { n: counts[`${group}s`] });
  return {
    kind: "nps",
    nps: npsOf(counts),
    ...interval,
    n,
    summary: t("summary", { low, high }),
    inWords: t("n", { n }),
    bracket: t("bracket", { low, high }),
    groups: { detractor: label("detractor"), passive: label("passive"), promoter: label("promoter") },
    answers: places.answers?.(days),
  };
}

function groupCountOf(
  { group, now }: Extract<Told["verdict"], { kind: "group" }>,
  { days }: Told,
  places: Places,
): GroupCount {
  const t = words();
  const interval = rateInterval(now);
  const percent = (share: number) => Math.round(share * 100);
  return {
    kind: "group",
    group,
    count: numberText(now.count),
    inWords: t(`groups.${group}`, { n: now.count }),
    share: t("share.of", { percent: percentOf(now), n: now.of }),
    interval: interval && t("share.interval", { low: percent(interval.low), high: percent(interval.high) }),
    answers: places.answers?.(days),
  };
}

function splitOf({ counts, before, days }: Told, places: Places): SplitPart[] {
  const t = words();
  return GROUPS.map((group) => ({
    group,
    count: counts[`${group}s`],
    label: t(`groups.${group}`, { n: counts[`${group}s`] }),
    share: t("percent", { percent: percentOf(shareOf(group, counts)) }),
    was: before && total(before) > 0 ? t("was", { percent: percentOf(shareOf(group, before)) }) : undefined,
    href: places.answers?.({ ...days, group }),
  }));
}
