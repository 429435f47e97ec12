import { TextLink } from "#app/_ui/text-link.tsx";
import { shareMeasure } from "#app/(workspace)/_nps/measure.ts";
import { TrendChart } from "#app/(workspace)/_nps/trend-chart.tsx";
import type { TrendPoint } from "#app/(workspace)/_nps/trend-scale.ts";
import { steps } from "#server/dashboard/schema.ts";
import { sharesOf } from "#server/follow-up/rules.ts";
import { rateInterval, rateOf } from "#server/nps/rate.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { dayInWords } from "../../dashboard/words.ts";
import { FigurePanel } from "./figure-panel.tsx";
import { casesAddress, figuresAddress, periodOf, type Shown } from "./view.ts";
import { words } from "./words.ts";

/** How the share of first replies in time moved, with its interval; each period leads to the cases opened in it. */
export function Trend(shown: Shown) {
  const t = words();
  const { workspace, view, found } = shown;
  const points = found.periods.map(({ start, figures }) => pointOf(shown, start, figures));
  const title = t(`trend.${found.bucket}`);
  const noDays = { from: undefined, to: undefined };
  return (
    <FigurePanel
      title={title}
      shown={shown}
      actions={steps
        .filter((by) => by !== found.bucket)
        .map((by) => (
          <TextLink
            key={by}
            href={figuresAddress(workspace, view, { by })}
            className="px-1 py-1 text-sm max-sm:py-2.5"
          >
            {t(`trend.by.${by}`)}
          </TextLink>
        ))}
    >
      <TrendChart
        title={title}
        points={points}
        minimum={FEWEST_FOR_A_SCORE}
        measure={shareMeasure}
        notes={[]}
        answers={casesAddress(shown, {})}
        page={figuresAddress(workspace, view, { ...noDays, period: undefined })}
        words={trendWords(points)}
      />
    </FigurePanel>
  );
}

/** In time stands where a share of answers has its group: among the promoters, what was late among the detractors. */
function pointOf(
  shown: Shown,
  start: string,
  figures: Shown["found"]["periods"][number]["figures"],
): TrendPoint {
  const { inTime: share } = sharesOf(figures);
  const [rate, interval] = [rateOf(share), rateInterval(share)];
  const percent = (part: number | null | undefined) => (typeof part === "number" ? 100 * part : null);
  const { label, tick, from, to } = periodOf(shown, start);
  return {
    ...{ key: start, label, tick, from, to, n: share.of },
    counts: { promoters: share.count, passives: 0, detractors: share.of - share.count },
    ...{ nps: percent(rate), low: percent(interval?.low), high: percent(interval?.high) },
    href: share.of > 0 ? casesAddress(shown, { from, to }) : undefined,
  };
}

function trendWords(points: readonly TrendPoint[]) {
  const t = words();
  const sum = t("trend.sum", { count: "{count}", n: "{n}", percent: "{percent}" });
  return {
    summary: summaryOf(points),
    zoom: (from: string, to: string) => t("trend.zoom", { from, to }),
    describe: ({ n, nps, low, high, counts }: TrendPoint) =>
      nps === null || low === null || high === null
        ? t("trend.empty")
        : t("trend.describe", {
            ...{ count: counts.promoters, n, percent: Math.round(nps) },
            ...{ low: Math.round(low), high: Math.round(high) },
          }),
    target: String,
    answers: t("trend.answers"),
    day: dayInWords,
    readout: {
      ...{ read: t("trend.open"), narrow: t("trend.narrow"), group: "promoter" as const },
      ...{ score: sum, few: sum, share: sum },
    },
    table: {
      ...{ show: t("trend.table"), period: t("trend.period"), score: t("trend.share") },
      ...{ low: t("trend.low"), high: t("trend.high"), answers: t("trend.n"), before: t("trend.before") },
      ...{ notes: t("trend.notes"), target: t("trend.target"), few: t("trend.few") },
      read: ({ n, label }: TrendPoint) => t("trend.read", { n, period: label }),
    },
  };
}

/** From the first to the last period that has enough cases for a share. */
function summaryOf(points: readonly TrendPoint[]): string {
  const t = words();
  if (points.filter(({ n }) => n > 0).length < 2) return t("trend.single");
  const firm = points.filter(({ nps, n }) => nps !== null && n >= FEWEST_FOR_A_SCORE);
  const [first, last] = [firm[0], firm.at(-1)];
  const moved =
    first && last && first !== last
      ? t("trend.summary", {
          ...{ first: shareMeasure.value(first.nps), firstPeriod: first.label },
          ...{ last: shareMeasure.value(last.nps), lastPeriod: last.label },
        })
      : t("trend.thin");
  return `${moved} ${t("trend.band")}`;
}
