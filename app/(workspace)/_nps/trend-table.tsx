import { AsTable } from "#app/_ui/as-table.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { formatNps } from "#server/nps/score.ts";
import { pointsText } from "./points-text.ts";
import type { TrendPoint } from "./trend-scale.ts";

export type TrendTableWords = {
  /** What shows it: "Show as table". */
  show: string;
  period: string;
  score: string;
  low: string;
  high: string;
  answers: string;
  before: string;
  /** Beside a score under the minimum: "few answers". */
  few: string;
};

type TrendTableProps = {
  caption: string;
  points: readonly TrendPoint[];
  minimum: number;
  words: TrendTableWords;
};

/** The values of the drawing, folded away until they are wanted; without JavaScript too. */
export function TrendTable({ caption, points, minimum, words }: TrendTableProps) {
  const compared = points.some((point) => typeof point.before === "number");
  return (
    <AsTable show={words.show}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <Th>{words.period}</Th>
            <Th numeric>{words.score}</Th>
            <Th numeric>{words.low}</Th>
            <Th numeric>{words.high}</Th>
            <Th numeric>{words.answers}</Th>
            {compared && <Th numeric>{words.before}</Th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.key}>
              <Th scope="row" className="font-normal">
                {point.href ? <TextLink href={point.href}>{point.label}</TextLink> : point.label}
              </Th>
              <Td numeric>
                {point.n > 0 && point.n < minimum && <span className="text-muted">{words.few} </span>}
                {formatNps(point.nps)}
              </Td>
              <Td numeric>{point.low === null ? "–" : pointsText(point.low)}</Td>
              <Td numeric>{point.high === null ? "–" : pointsText(point.high)}</Td>
              <Td numeric>{point.n}</Td>
              {compared && <Td numeric>{formatNps(point.before ?? null)}</Td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </AsTable>
  );
}
