import { AsTable } from "#app/_ui/as-table.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { FollowUpRow } from "./follow-up-rows.ts";
import { words } from "./follow-up-words.ts";

/** The figures of follow-up with what they rest on, folded away until they are wanted. */
export function FollowUpTable({ rows }: { rows: readonly FollowUpRow[] }) {
  const t = words();
  const percent = (end: number | null) => (end === null ? "–" : t("percent", { percent: end }));
  return (
    <AsTable show={t("table")}>
      <Table caption={t("title")} dense>
        <thead>
          <tr>
            <Th>{t("figure")}</Th>
            <Th numeric>{t("value")}</Th>
            <Th numeric>{t("from")}</Th>
            <Th numeric>{t("to")}</Th>
            <Th numeric>{t("n")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, said, low, high, n }) => (
            <tr key={name}>
              <Th scope="row" className="font-normal">
                {name}
              </Th>
              <Td numeric>{said}</Td>
              <Td numeric>{percent(low)}</Td>
              <Td numeric>{percent(high)}</Td>
              <Td numeric>{n ?? "–"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </AsTable>
  );
}
