import type { SharedView } from "#app/(public)/_share/open-share.ts";
import { t } from "#app/(public)/_share/words.ts";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { words } from "#app/(workspace)/[workspace]/dashboard/words.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import { GROUPS, total } from "#server/nps/groups.ts";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { presentationOf } from "#server/nps/show.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { bracket } from "./bracket.ts";
import { shapeOf, split } from "./split.ts";

/** The one strong number with its bracket and what may be said of it, and who answered; counts where a score would claim too much. */
export function score({ found }: Pick<SharedView, "found">): string {
  const { counts } = found;
  const [n, nps, interval] = [total(counts), npsOf(counts), intervalOf(counts)];
  if (n === 0) {
    return `<section class="page score"><div class="number"><p class="verdict">${escapeHtml(t("board.noAnswers"))}</p><p class="sum">${escapeHtml(t("board.noAnswersText"))}</p></div></section>`;
  }
  const number =
    nps === null || interval === null || presentationOf(n) === "counts"
      ? countsOf(found)
      : `<p class="nps">${formatNps(nps)}</p>${bracket(nps, interval)}` +
        `<p class="sum">${escapeHtml(sumOf(interval, n))}</p>` +
        `<p class="verdict">${escapeHtml(verdictOf(found))}</p>`;
  return `<section class="page score"><div class="number">${number}</div>${split(counts)}</section>`;
}

function sumOf({ low, high }: { low: number; high: number }, n: number): string {
  const t = words();
  return `${t("summary", { low: pointsText(low), high: pointsText(high) })}, ${t("n", { n })}`;
}

function countsOf({ counts }: SharedView["found"]): string {
  const t = words();
  const each = GROUPS.map(
    (group) => `<li>${shapeOf(group)} ${escapeHtml(t(`groups.${group}`, { n: counts[`${group}s`] }))}</li>`,
  );
  return `<ul class="counts">${each.join("")}</ul><p class="sum">${escapeHtml(t("tooFew"))}</p>`;
}

function verdictOf({ verdict }: SharedView["found"]): string {
  if (verdict.kind === "up" || verdict.kind === "down") {
    return t(`board.verdict.${verdict.kind}`, { points: verdict.points });
  }
  if (verdict.kind === "cannot_tell") return t("board.verdict.cannot_tell");
  return verdict.kind === "score" && verdict.few ? words()("few") : "";
}
