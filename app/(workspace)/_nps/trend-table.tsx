import { AsTable } from "#app/_ui/as-table.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { Measure } from "./measure.ts";
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
  /** What was noted of the days. */
  notes: string;
  target: string;
  /** Beside a score under the minimum: "few answers". */
  few: string;
  /** The way to a period's answers, which its number is: "102 answers of 17 to 23 August". */
  read: (point: TrendPoint) => string;
};

type TrendTableProps = {
  caption: string;
  points: readonly TrendPoint[];
  minimum: number;
  measure: Measure;
  words: TrendTableWords;
};

/** The values of the drawing, folded away until they are wanted; without JavaScript too. */
export function TrendTable({ caption, points, minimum, measure, words }: TrendTableProps) {
  const noted = points.some(({ notes }) => notes?.length);
  const compared = points.some((point) => typeof point.before === "number");
  const aimed = points.some((point) => point.targets && point.targets.length > 0);
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
            {aimed && <Th numeric>{words.target}</Th>}
            {noted && <Th>{words.notes}</Th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.key}>
              <Th scope="row" className="font-normal">
                {point.label}
              </Th>
              <Td numeric>
                {point.n > 0 && point.n < minimum && <span className="text-muted">{words.few} </span>}
                {measure.value(point.nps)}
              </Td>
              <Td numeric>{point.low === null ? "–" : measure.end(point.low)}</Td>
              <Td numeric>{point.high === null ? "–" : measure.end(point.high)}</Td>
              <Td numeric>
                {point.href ? (
                  <TextLink href={point.href} aria-label={words.read(point)}>
                    {point.n}
                  </TextLink>
                ) : (
                  point.n
                )}
              </Td>
              {compared && <Td numeric>{measure.value(point.before ?? null)}</Td>}
              {aimed && (
                <Td numeric>{point.targets?.map(({ value }) => measure.value(value)).join(", ") || "–"}</Td>
              )}
              {noted && <Td className="min-w-40">{point.notes?.map(({ said }) => said).join("; ")}</Td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </AsTable>
  );
}
