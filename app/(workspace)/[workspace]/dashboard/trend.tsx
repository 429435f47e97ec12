import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { TrendChart } from "#app/(workspace)/_nps/trend-chart.tsx";
import { type DashboardView, steps } from "#server/dashboard/schema.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import type { Found } from "./page.tsx";
import { trendPoint } from "./trend-point.ts";
import { trendWords } from "./trend-words.ts";
import { addressOf, words } from "./words.ts";

type TrendProps = { workspace: string; view: DashboardView; found: Found };

/** How the score moved, beside the period before; each stretch leads to its answers. */
export function Trend({ workspace, view, found }: TrendProps) {
  const t = words();
  const points = found.trend.map((stretch) => trendPoint(stretch, workspace, view, found));
  const title = t(`trend.${found.bucket}`);
  return (
    <Section title={title} space="air" actions={<Steps workspace={workspace} view={view} found={found} />}>
      <TrendChart title={title} points={points} minimum={FEWEST_FOR_A_SCORE} words={trendWords(points)} />
    </Section>
  );
}

function Steps({ workspace, view, found }: TrendProps) {
  const t = words();
  return steps
    .filter((by) => by !== found.bucket)
    .map((by) => (
      <TextLink
        key={by}
        href={addressOf(`/${workspace}/dashboard`, view, { by })}
        className="py-1 text-sm max-sm:py-2.5"
      >
        {t(`trend.by.${by}`)}
      </TextLink>
    ));
}
