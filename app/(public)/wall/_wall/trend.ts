import { area, line } from "d3-shape";
import type { SharedView } from "#app/(public)/_share/open-share.ts";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { labelled, type TrendPoint, type TrendScale, trendScale } from "#app/(workspace)/_nps/trend-scale.ts";
import { trendPoint } from "#app/(workspace)/[workspace]/dashboard/trend-point.ts";
import { trendWords } from "#app/(workspace)/[workspace]/dashboard/trend-words.ts";
import { words } from "#app/(workspace)/[workspace]/dashboard/words.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";

type Placed = TrendPoint & { x: number };

/** How the score moved, with its interval; empty where everything came within one stretch of time. */
export function trend({ view, found }: SharedView): string {
  const places = { here: "", dashboard: () => "" };
  const points = found.trend.map((stretch) => trendPoint(stretch, { view, found, places }));
  if (points.length < 2) return "";
  const scale = trendScale(points, FEWEST_FOR_A_SCORE);
  const placed = points.map((point, index) => ({ ...point, x: scale.x(index) }));
  return (
    `<section class="page trend"><h2>${escapeHtml(words()(`trend.${found.bucket}`))}</h2>` +
    `<svg class="plot" role="img" aria-label="${escapeHtml(trendWords(points).summary)}">` +
    scale.ticks.map((tick) => hairline(tick, scale)).join("") +
    `<svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">${paths(placed, scale)}</svg>` +
    placed.map((_, index) => single(placed, index, scale)).join("") +
    periods(placed) +
    `</svg></section>`
  );
}

function hairline(tick: number, { y }: TrendScale): string {
  const at = `${y(tick)}%`;
  const kind = tick === 0 ? "zero" : "hair";
  return (
    `<line class="${kind}" x1="0" x2="100%" y1="${at}" y2="${at}"/>` +
    `<text class="tick" x="0" y="${at}">${pointsText(tick)}</text>`
  );
}

function paths(placed: readonly Placed[], { y }: TrendScale): string {
  const score = line<Placed>()
    .defined(({ nps }) => nps !== null)
    .x(({ x }) => x)
    .y(({ nps }) => y(nps ?? 0));
  const ribbon = area<Placed>()
    .defined(({ low, high, n }) => low !== null && high !== null && n >= FEWEST_FOR_A_SCORE)
    .x(({ x }) => x)
    .y0(({ low }) => y(low ?? 0))
    .y1(({ high }) => y(high ?? 0));
  return `<path class="ribbon" d="${ribbon(placed) ?? ""}"/><path class="line" d="${score(placed) ?? ""}"/>`;
}

/** A stretch with few answers is hollow, and one without neighbours a dot; each has its interval, as on the dashboard. */
function single(placed: readonly Placed[], index: number, { y }: TrendScale): string {
  const { x, nps, low, high, n } = placed[index]!;
  const weak = n < FEWEST_FOR_A_SCORE;
  const alone = [index - 1, index + 1].every((beside) => (placed[beside]?.n ?? 0) < FEWEST_FOR_A_SCORE);
  if (nps === null || low === null || high === null || !(weak || alone)) return "";
  const [top, bottom] = [Math.max(0, y(high)), Math.min(100, y(low))];
  return (
    `<line class="range" x1="${x}%" x2="${x}%" y1="${top}%" y2="${bottom}%"/>` +
    `<circle class="${weak ? "weak" : "firm"}" cx="${x}%" cy="${y(nps)}%" r="4"/>`
  );
}

function periods(placed: readonly Placed[]): string {
  const isLabelled = labelled(placed.length, 5);
  return placed
    .map(({ x, tick }, index) =>
      isLabelled(index) ? `<text class="when" x="${x}%" y="100%">${escapeHtml(tick)}</text>` : "",
    )
    .join("");
}
