import { numberText } from "#app/_i18n/format.ts";
import { AsTable } from "#app/_ui/as-table.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { total } from "#server/nps/groups.ts";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { Linked } from "./linked.tsx";
import type { PartRow } from "./parts.tsx";
import { words } from "./words.ts";

type PartsTableProps = { caption: string; rows: readonly PartRow[]; compared: boolean };

/** The values of the drawing, and those with too few answers for it, folded away until they are wanted. */
export function PartsTable({ caption, rows, compared }: PartsTableProps) {
  const t = words();
  return (
    <AsTable show={t("parts.table")}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <Th>{t("parts.name")}</Th>
            <Th numeric>{t("parts.nps")}</Th>
            <Th numeric>{t("parts.interval")}</Th>
            <Th numeric>{t("parts.shrunk")}</Th>
            <Th numeric>{t("parts.n")}</Th>
            {compared && <Th numeric>{t("parts.before")}</Th>}
            <Th>{t("parts.verdict")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.value}>
              <Th scope="row" className="font-normal">
                <TextLink href={row.href}>{row.label}</TextLink>
              </Th>
              <Td numeric>{row.n < FEWEST_FOR_A_SCORE ? "–" : formatNps(row.nps)}</Td>
              <Td numeric>{t("parts.axis", { from: pointsText(row.low), to: pointsText(row.high) })}</Td>
              <Td numeric>{pointsText(row.shrunk)}</Td>
              <Td numeric>
                <Linked to={row.answers} label={t("parts.read", { n: row.n, name: row.label })}>
                  {numberText(row.n)}
                </Linked>
              </Td>
              {compared && <Td numeric>{scoreBefore(row)}</Td>}
              <Td>{row.verdict === "cannot tell" ? t("parts.unclear") : t(`parts.${row.verdict}`)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </AsTable>
  );
}

/** The score in the days before, where there were enough answers for one. */
const scoreBefore = ({ before }: PartRow): string =>
  before && total(before) >= FEWEST_FOR_A_SCORE ? formatNps(npsOf(before)) : "–";
