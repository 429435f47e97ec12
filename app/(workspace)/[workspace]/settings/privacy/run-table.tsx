import { dayText, numberText } from "#app/_i18n/format.ts";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { getRetention } from "#server/retention/queries.ts";
import { sayPeriod, t } from "./words.ts";

/** What was removed on which day, in numbers, newest first. */
export function RunTable({ runs }: { runs: Awaited<ReturnType<typeof getRetention>>["runs"] }) {
  if (runs.length === 0) return <p className="text-muted">{t("noRuns")}</p>;
  return (
    <Table caption={t("runs")} dense>
      <thead>
        <tr>
          <Th>{t("day")}</Th>
          <Th>{t("what")}</Th>
          <Th numeric>{t("removed")}</Th>
          <Th className="max-sm:hidden">{t("period")}</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ day, kind, removed, months, ended }) => (
          <tr key={`${day} ${kind}`}>
            <Td className="whitespace-nowrap tabular-nums">{dayText(new Date(day), "UTC")}</Td>
            <Td>{t(`kind.${kind}`)}</Td>
            <Td numeric>
              {numberText(removed)} {!ended && <span className="text-muted">{t("running")}</span>}
            </Td>
            <Td className="text-muted max-sm:hidden">{sayPeriod(months)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
