import { groupShapes } from "#app/(workspace)/_nps/group-shapes.ts";
import { words } from "#app/(workspace)/[workspace]/dashboard/words.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import { type Counts, GROUPS, type Group, total } from "#server/nps/groups.ts";

/** Below this share of the bar its percentage would not fit. */
const roomFrom = 0.08;

/** Who answered: one bar from detractors to promoters with their shares, and the counts below. */
export function split(counts: Counts): string {
  const t = words();
  const n = total(counts);
  let from = 0;
  const parts = GROUPS.map((group) => {
    const share = counts[`${group}s`] / Math.max(1, n);
    const part = barOf(group, from, share, t("percent", { percent: Math.round(share * 100) }));
    from += share;
    return part;
  });
  const keys = GROUPS.map(
    (group) =>
      `<li>${shapeOf(group)} ${escapeHtml(t(`groups.${group}`, { n: counts[`${group}s`] }))} ` +
      `<span class="sr">${t("percent", { percent: Math.round((counts[`${group}s`] / Math.max(1, n)) * 100) })}</span></li>`,
  );
  return (
    `<div class="split"><svg class="bar" aria-hidden="true">${parts.join("")}</svg>` +
    `<ul aria-label="${escapeHtml(t("split"))}">${keys.join("")}</ul></div>`
  );
}

function barOf(group: Group, from: number, share: number, words: string): string {
  if (share === 0) return "";
  const [x, width] = [from * 100, share * 100];
  const text =
    share >= roomFrom ? `<text class="on-${group}" x="${x + width / 2}%" y="50%">${words}</text>` : "";
  return `<rect class="${group}" x="${x}%" width="${width}%" height="100%"/>${text}`;
}

/** The mark of a group: its form says it too, not its colour alone. */
export const shapeOf = (group: Group): string =>
  `<svg class="shape ${group}" viewBox="0 0 12 12" aria-hidden="true"><path d="${groupShapes[group]}"/></svg>`;
