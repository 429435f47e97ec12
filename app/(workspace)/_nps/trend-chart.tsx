import { pointsText } from "./points-text.ts";
import { PeriodAxis, ScoreAxis } from "./trend-axes.tsx";
import { TrendColumns } from "./trend-columns.tsx";
import { TrendCursor } from "./trend-cursor.tsx";
import { TrendPlot } from "./trend-plot.tsx";
import { type TrendPoint, trendScale } from "./trend-scale.ts";
import { TrendTable, type TrendTableWords } from "./trend-table.tsx";

type TrendChartProps = {
  /** What is drawn, for the table and the cursor: "NPS by week". */
  title: string;
  points: readonly TrendPoint[];
  /** Periods with fewer answers are hollow. */
  minimum: number;
  words: {
    /** The finding in one sentence, shown above the drawing. */
    summary: string;
    /** How the axis is cut: "The axis shows 0 to 60 of −100 to 100." */
    zoom: (from: string, to: string) => string;
    /** The figures of one period: "+31 (27 to 35), n = 102". */
    describe: (point: TrendPoint) => string;
    /** Over the columns: "Answers". */
    answers: string;
    /** The link from a period to its answers: "Read these answers". */
    open: string;
    table: TrendTableWords;
  };
};

/** NPS over time with its interval, how many answered, the same as a table, and a cursor over both. */
export function TrendChart({ title, points, minimum, words }: TrendChartProps) {
  const scale = trendScale(points, minimum);
  const zoomed = scale.from > -100 || scale.to < 100;
  const most = Math.max(0, ...points.map((point) => point.n));
  return (
    <figure className="@container">
      <figcaption className="mb-6 max-w-[90ch] text-muted">
        {words.summary} {zoomed && words.zoom(pointsText(scale.from), pointsText(scale.to))}
      </figcaption>
      <div className="grid grid-cols-[2.75rem_minmax(0,1fr)] grid-rows-[12.5rem_auto_auto_auto]">
        <ScoreAxis scale={scale} />
        <div className="relative col-start-2 row-start-1">
          <TrendPlot points={points} scale={scale} minimum={minimum} />
        </div>
        <div aria-hidden="true" className="relative row-start-2 mt-9 text-xs text-muted tabular-nums">
          <span className="absolute top-0 right-2.5 -translate-y-1/2">{most}</span>
        </div>
        <div className="relative col-start-2 row-start-2 mt-9 h-9">
          <span aria-hidden="true" className="absolute bottom-full left-0 text-xs text-muted">
            {words.answers}
          </span>
          <TrendColumns points={points} scale={scale} />
        </div>
        <TrendCursor
          label={title}
          openLabel={words.open}
          points={points.map((point, index) => ({
            label: point.label,
            words: words.describe(point),
            href: point.href,
            x: scale.x(index),
            y: point.nps === null ? null : scale.y(point.nps),
          }))}
        />
        <PeriodAxis points={points} scale={scale} />
      </div>
      <TrendTable caption={title} points={points} minimum={minimum} words={words.table} />
    </figure>
  );
}
