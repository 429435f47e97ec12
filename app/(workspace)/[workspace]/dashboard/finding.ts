import { formatNps } from "#server/nps/score.ts";
import type { Found } from "./page.tsx";
import { percentOf, words } from "./words.ts";

/** The finding in one sentence: the title of the page. */
export function findingText(verdict: Found["verdict"]): string {
  const t = words();
  if (verdict.kind === "group") {
    const { group, now } = verdict;
    if (now.of === 0) return t("finding.group.none");
    return t(`finding.group.${group}`, { n: now.count, percent: percentOf(now) });
  }
  if (verdict.kind === "no_answers") return t("finding.no_answers");
  if (verdict.kind === "too_few") return t("finding.too_few", { n: verdict.n });
  const nps = formatNps(verdict.nps);
  if (verdict.kind === "score") return t(verdict.few ? "finding.few" : "finding.score", { nps });
  if (verdict.kind === "cannot_tell") return t("finding.cannot_tell", { nps });
  return t(`finding.${verdict.kind}`, { nps, points: verdict.points });
}
