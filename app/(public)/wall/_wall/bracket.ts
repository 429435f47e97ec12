import { bracketScale } from "#app/(workspace)/_nps/bracket-scale.ts";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { words } from "#app/(workspace)/[workspace]/dashboard/words.ts";
import { escapeHtml } from "#emails/escape-html.ts";

/** A line from low to high with a dot at the score, as on the dashboard; placed in percent, so that it grows with the board. */
export function bracket(nps: number, { low, high }: { low: number; high: number }): string {
  const { at } = bracketScale(low, high);
  const [start, dot, end] = [at(low), at(nps), at(high)];
  const label = words()("bracket", { low: pointsText(low), high: pointsText(high) });
  const post = (x: number) => `<line x1="${x}%" x2="${x}%" y1="12%" y2="48%"/>`;
  const written = (x: number, points: number) => `<text x="${x}%" y="96%">${pointsText(points)}</text>`;
  return (
    `<svg class="bracket" role="img" aria-label="${escapeHtml(label)}">` +
    `<line class="axis" x1="0" x2="100%" y1="30%" y2="30%"/>` +
    `<g class="span"><line x1="${start}%" x2="${end}%" y1="30%" y2="30%"/>${post(start)}${post(end)}</g>` +
    `<circle cx="${dot}%" cy="30%" r="6"/>${written(start, low)}${written(end, high)}</svg>`
  );
}
