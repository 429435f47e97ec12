import { scaleLinear } from "d3-scale";
import type { SharedView } from "#app/(public)/_share/open-share.ts";
import { t } from "#app/(public)/_share/words.ts";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { sayDimension, sayValue } from "#app/(workspace)/[workspace]/_filter/say.ts";
import { words } from "#app/(workspace)/[workspace]/dashboard/words.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import { total } from "#server/nps/groups.ts";
import { formatNps } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";

/** More would be too small to read from afar. */
const mostRows = 7;

/** The answers side by side, each with its interval; empty where fewer than two have a score. */
export function where({ parts }: SharedView["found"]): string {
  const rows = (parts?.segments ?? [])
    .filter(({ counts }) => total(counts) >= FEWEST_FOR_A_SCORE)
    .slice(0, mostRows);
  if (!parts || rows.length < 2) return "";
  const least = Math.min(...rows.map(({ low }) => low));
  const most = Math.max(...rows.map(({ high }) => high));
  const at = scaleLinear([Math.max(-100, least - 5), Math.min(100, most + 5)], [1, 99]);
  const drawn = rows.map(({ value, name, nps, low, high, counts }) => {
    const label = sayValue(parts.by, value, name);
    const said = words()("parts.describe", {
      name: label,
      nps: formatNps(nps),
      low: pointsText(low),
      high: pointsText(high),
      n: total(counts),
    });
    return (
      `<li><span>${escapeHtml(label)}</span>` +
      `<svg role="img" aria-label="${escapeHtml(said)}">` +
      `<line class="axis" x1="0" x2="100%" y1="50%" y2="50%"/>` +
      `<line class="span" x1="${at(low)}%" x2="${at(high)}%" y1="50%" y2="50%"/>` +
      `<circle cx="${at(nps)}%" cy="50%" r="6"/></svg><b>${formatNps(nps)}</b></li>`
    );
  });
  return (
    `<section class="page where"><h2>${escapeHtml(`${t("board.where")}: ${sayDimension(parts.by)}`)}</h2>` +
    `<ul>${drawn.join("")}</ul></section>`
  );
}
