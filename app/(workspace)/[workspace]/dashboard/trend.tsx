import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { TrendChart } from "#app/(workspace)/_nps/trend-chart.tsx";
import { steps } from "#server/dashboard/schema.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import type { Shown } from "./places.ts";
import { trendPoint } from "./trend-point.ts";
import { trendWords } from "./trend-words.ts";
import { words } from "./words.ts";

/** How the score moved, beside the period before; each stretch leads to its answers. */
export function Trend({ view, found, places }: Shown) {
  const t = words();
  const points = found.trend.map((stretch) => trendPoint(stretch, { found, places }));
  const title = t(`trend.${found.bucket}`);
  return (
    <Section title={title} space="air" actions={<Steps view={view} found={found} places={places} />}>
      <TrendChart title={title} points={points} minimum={FEWEST_FOR_A_SCORE} words={trendWords(points)} />
    </Section>
  );
}

function Steps({ found, places }: Shown) {
  const t = words();
  return steps
    .filter((by) => by !== found.bucket)
    .map((by) => (
      <TextLink key={by} href={places.dashboard({ by })} className="py-1 text-sm max-sm:py-2.5">
        {t(`trend.by.${by}`)}
      </TextLink>
    ));
}
