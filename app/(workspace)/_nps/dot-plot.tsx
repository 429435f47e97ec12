import { scaleLinear } from "d3-scale";
import { TextLink } from "#app/_ui/text-link.tsx";
import { formatNps } from "#server/nps/score.ts";
import { pointsText } from "./points-text.ts";

export type DotPlotRow = {
  value: string;
  label: string;
  href: string;
  /** In points. */
  nps: number;
  low: number;
  high: number;
  /** Its figures in one sentence, for those who do not see the drawing. */
  words: string;
  /** Beside it, where something can be said: "above the others". */
  said?: string;
};

/** Scores side by side on one axis, each a dot on its interval. */
export function DotPlot({ rows }: { rows: readonly DotPlotRow[] }) {
  const from = Math.max(-100, Math.floor(Math.min(...rows.map(({ low }) => low)) / 10) * 10);
  const to = Math.min(100, Math.ceil(Math.max(...rows.map(({ high }) => high)) / 10) * 10);
  const at = scaleLinear([from, to], [1, 99]);
  const middle = from < 0 && to > 0 ? [0] : [];
  return (
    <div>
      <ul className="grid gap-y-1">
        {rows.map((row) => (
          <li key={row.value} className="grid items-center gap-x-4 sm:grid-cols-[12rem_1fr_10rem]">
            <TextLink href={row.href} className="truncate py-1 max-sm:py-2.5">
              {row.label}
            </TextLink>
            <Row row={row} at={at} />
            <span className="text-sm tabular-nums">
              <span className="font-bold">{formatNps(row.nps)}</span>
              {row.said && <span className="text-muted"> {row.said}</span>}
            </span>
          </li>
        ))}
      </ul>
      <div className="sm:mr-44 sm:ml-52">
        <svg
          aria-hidden="true"
          height="20"
          className="block w-full overflow-visible fill-muted text-xs tabular-nums"
        >
          {[from, ...middle, to].map((points) => (
            <text key={points} x={`${at(points)}%`} y="14" textAnchor="middle">
              {pointsText(points)}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

function Row({ row, at }: { row: DotPlotRow; at: (points: number) => number }) {
  return (
    <svg role="img" aria-label={row.words} height="20" className="block w-full">
      <line x1="0" x2="100%" y1="10" y2="10" className="stroke-line" />
      <line
        x1={`${at(row.low)}%`}
        x2={`${at(row.high)}%`}
        y1="10"
        y2="10"
        strokeWidth="2"
        className="stroke-text"
      />
      <circle cx={`${at(row.nps)}%`} cy="10" r="5" className="fill-text" />
    </svg>
  );
}
