import { appTranslator } from "#server/i18n/translate-app.ts";
import { formatNps } from "#server/nps/score.ts";
import type { MetricName } from "#server/target/metrics.ts";
import type { PeriodStanding } from "#server/target/read-standing.ts";
import { dayInWords, daysInWords } from "../dashboard/words.ts";

/** The words of targets. */
export const words = () => appTranslator("targets");

/** A goal or a figure by its metric: "+41", "84 %". */
export function sayValue(metric: MetricName, value: number): string {
  return metric === "nps" ? formatNps(value) : words()("percent", { percent: value });
}

/** What is to be reached: "NPS at least +40". */
export function sayTarget(metric: MetricName, goal: number): string {
  const t = words();
  return t("name", { metric: t(`metric.${metric}`), goal: sayValue(metric, goal) });
}

/** How many answers, cases or people a figure rests on: "12 cases". */
export const saySize = (metric: MetricName, n: number): string => words()(`size.${metric}`, { n });

/** How a target stands, after its state: "+41 of at least +40 by 31 December, 58 % likely at today’s pace". */
export function sayStanding(metric: MetricName, { standing, period, goal, minimum }: PeriodStanding): string {
  const t = words();
  const days = daysInWords(period.from, period.to);
  const day = dayInWords(period.to, { day: "numeric", month: "long" });
  if (standing.state === "not_begun") return t("say.not_begun", { day: dayInWords(period.from) });
  const few = () => t(`few.${metric}`, { n: standing.n, minimum });
  if (standing.state === "too_few") return t("say.too_few", { n: few(), days });
  if (standing.state === "early") {
    const n = standing.n + standing.expected;
    return t("say.early", { n: few(), pace: t(n < minimum ? "pace.short" : "pace.enough", { n, day }) });
  }
  const figures = { value: sayValue(metric, standing.shown), goal: sayValue(metric, goal) };
  if ("chance" in standing) {
    return t(`say.${standing.state}`, { ...figures, day, chance: sayChance(standing.chance) });
  }
  return t(`say.${standing.state}`, { ...figures, n: saySize(metric, standing.n), days });
}

function sayChance(chance: number | null): string {
  const t = words();
  if (chance === null) return t("chance.none");
  const percent = Math.round(chance * 100);
  if (percent < 1) return t("chance.little");
  return percent > 99 ? t("chance.much") : t("chance.some", { percent });
}

/** Who answers for it; whoever has left is not named. */
export const sayOwner = (name: string | null): string => name ?? words()("former");
