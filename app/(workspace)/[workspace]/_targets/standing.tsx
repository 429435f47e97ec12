import { Chip } from "#app/_ui/chip.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import type { MetricName } from "#server/target/metrics.ts";
import type { PeriodStanding } from "#server/target/read-standing.ts";
import { sayStanding, words } from "./say.ts";

type StandingProps = { metric: MetricName; of: PeriodStanding };

/** How a target stands in one of its periods: the state as a chip, what is behind it in words, how certain the figure is. */
export function Standing({ metric, of }: StandingProps) {
  const t = words();
  const { state } = of.standing;
  const certain = "shown" in of.standing && of.low !== null && of.high !== null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Chip>
        {t(`state.${state}`)}
        <span className="sr-only">:</span>
      </Chip>
      <span className="min-w-0">
        {sayStanding(metric, of)}
        {certain && (
          <span className="ml-2 text-sm text-muted">
            {t("interval", {
              low: text(metric, of.low!),
              high: text(metric, of.high!),
              n: "n" in of.standing ? of.standing.n : 0,
            })}
          </span>
        )}
      </span>
    </p>
  );
}

const text = (metric: MetricName, end: number) =>
  metric === "nps" ? pointsText(end) : words()("percent", { percent: Math.round(end) });
