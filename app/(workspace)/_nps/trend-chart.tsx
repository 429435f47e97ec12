import { type Measure, npsMeasure } from "./measure.ts";
import { PeriodAxis, ScoreAxis } from "./trend-axes.tsx";
import { TrendColumns } from "./trend-columns.tsx";
import { TrendCursor } from "./trend-cursor.tsx";
import { type TrendNote, TrendNotes } from "./trend-notes.tsx";
import { TrendPlot } from "./trend-plot.tsx";
import type { TrendReadoutWords } from "./trend-readout.tsx";
import { type TrendPoint, trendScale } from "./trend-scale.ts";
import { TrendTable, type TrendTableWords } from "./trend-table.tsx";
import { TargetLabels } from "./trend-targets.tsx";

type TrendChartProps = {
  /** What is drawn, for the table and the cursor: "NPS by week". */
  title: string;
  points: readonly TrendPoint[];
  /** Periods with fewer answers are hollow. */
  minimum: number;
  measure?: Measure;
  notes: readonly TrendNote[];
  /** Addresses without days, which those of a period are put into: the answers, where they may be read, and the page. */
  answers?: string;
  page: string;
  words: {
    /** The finding in one sentence, shown above the drawing. */
    summary: string;
    /** How the axis is cut: "The axis shows 0 to 60 of −100 to 100." */
    zoom: (from: string, to: string) => string;
    /** The figures of one period: "+31 (27 to 35), n = 102". */
    describe: (point: TrendPoint) => string;
    /** At the end of a target's line: "Target +40". */
    target: (goal: number) => string;
    /** Over the columns: "Answers". */
    answers: string;
    /** A day in words, short: "17 Aug 2026". */
    day: (day: string) => string;
    readout: TrendReadoutWords;
    table: TrendTableWords;
  };
};

/** A measure over time with its interval, how many answered, what happened, the same as a table, and a cursor over it. */
export function TrendChart({
  title,
  points,
  minimum,
  measure = npsMeasure,
  notes,
  answers,
  page,
  words,
}: TrendChartProps) {
  const scale = trendScale(points, minimum, measure.range);
  const zoomed = scale.from > measure.range[0] || scale.to < measure.range[1];
  const most = Math.max(0, ...points.map((point) => point.n));
  return (
    <figure className="breaks-in-print @container">
      <figcaption className="mb-6 max-w-[90ch] break-after-avoid text-muted">
        {words.summary} {zoomed && words.zoom(measure.end(scale.from), measure.end(scale.to))}
      </figcaption>
      {notes.length > 0 && <div className="h-4" />}
      <div className="grid break-inside-avoid grid-cols-[2.75rem_minmax(0,1fr)] grid-rows-[12.5rem_auto_auto_auto]">
        <ScoreAxis scale={scale} measure={measure} />
        <div className="relative col-start-2 row-start-1">
          <TrendPlot points={points} scale={scale} minimum={minimum} />
          <TrendNotes notes={notes} x={scale.x} />
          <TargetLabels points={points} scale={scale} label={words.target} />
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
          answers={answers}
          page={page}
          words={words.readout}
          points={points.map((point, index) => ({
            label: point.label,
            words: words.describe(point),
            counts: point.counts,
            from: point.from,
            to: point.to,
            first: words.day(point.from),
            last: words.day(point.to),
            x: scale.x(index),
            y: point.nps === null ? null : scale.y(point.nps),
          }))}
        />
        <PeriodAxis points={points} scale={scale} />
      </div>
      <TrendTable caption={title} points={points} minimum={minimum} measure={measure} words={words.table} />
    </figure>
  );
}
