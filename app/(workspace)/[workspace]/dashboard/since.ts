import { total } from "#server/nps/groups.ts";
import { ASKED_CHANGE, answersMissing } from "#server/nps/needed.ts";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { presentationOf } from "#server/nps/show.ts";
import type { Told } from "./headline.ts";
import type { Found } from "./page.tsx";
import { daysInWords, percentOf, words } from "./words.ts";

/** The answers of the days it is compared with; null where there were none. */
export const comparedWith = ({ before }: Found): Found["before"] =>
  before && total(before) > 0 ? before : null;

/** What it was in the days it is compared with, and what may be said of the difference; null where nothing can. */
export function sinceText({ before, compared, verdict, counts }: Told): string | null {
  const t = words();
  if (compared === "overlaps") return t("since.overlaps");
  if (!before || !compared || presentationOf(total(counts)) === "counts") return null;
  const days = daysInWords(compared.from, compared.to);
  if (verdict.kind === "group") {
    return verdict.change && verdict.before
      ? t(`since.group.${verdict.change}`, { percent: percentOf(verdict.before), days })
      : t("since.none", { days });
  }
  if (verdict.kind === "up" || verdict.kind === "down" || verdict.kind === "cannot_tell") {
    return t(`since.${verdict.kind}`, { before: formatNps(npsOf(before)), days });
  }
  return t("since.none", { days });
}

/** How many answers are missing to see a change, where none could be told or the score rests on few; else null. */
export function neededText({ counts, verdict }: Pick<Told, "counts" | "verdict">): string | null {
  const few = verdict.kind === "too_few" || (verdict.kind === "score" && verdict.few);
  if (!few && verdict.kind !== "cannot_tell") return null;
  const missing = answersMissing(counts);
  return missing && words()("needed", { ...missing, points: ASKED_CHANGE });
}
