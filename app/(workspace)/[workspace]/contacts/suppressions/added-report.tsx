import { Notice } from "#app/_ui/notice.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { RouterOutputs } from "#server/router.ts";
import { t } from "../words.ts";

const mostShown = 100;

/** What became of a list: how many were taken, and every line that holds no address. */
export function AddedReport({ report }: { report: RouterOutputs["suppression"]["import"] }) {
  const { added, known, bad } = report;
  return (
    <div className="mt-5 max-w-xl">
      <Notice tone={bad.length > 0 ? "warn" : "ok"} title={t("stops.added", { n: added })} live>
        {known > 0 && t("stops.known", { n: known })} {bad.length > 0 && t("stops.bad", { n: bad.length })}
      </Notice>
      {bad.length > 0 && (
        <div className="mt-4">
          <Table caption={t("stops.badList")} dense>
            <thead>
              <tr>
                <Th>{t("stops.line")}</Th>
                <Th>{t("stops.value")}</Th>
                <Th>{t("stops.problem")}</Th>
              </tr>
            </thead>
            <tbody>
              {bad.slice(0, mostShown).map(({ line, value, reason }) => (
                <tr key={`${line} ${value}`}>
                  <Td numeric>{line}</Td>
                  <Td className="break-all">{value}</Td>
                  <Td>{reason}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </div>
  );
}
