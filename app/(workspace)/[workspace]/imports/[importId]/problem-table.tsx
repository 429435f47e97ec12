import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { sayToReader } from "#server/i18n/say-refusal.ts";
import type { RouterOutputs } from "#server/router.ts";
import { t } from "../words.ts";

type ProblemTableProps = { check: RouterOutputs["import"]["check"] };

/** The first problems, each with its cell and the reason; the reason is never off the side of a phone. */
export function ProblemTable({ check: { problems, bad } }: ProblemTableProps) {
  if (problems.length === 0) return null;
  return (
    <Section title={t("check.problems")}>
      <Table caption={t("check.problems")}>
        <thead>
          <tr>
            <Th numeric>{t("check.row")}</Th>
            <Th>{t("check.column")}</Th>
            <Th className="max-sm:hidden">{t("check.value")}</Th>
            <Th>{t("check.reason")}</Th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, column, value, reason }) => (
            <tr key={row}>
              <Td numeric>{row}</Td>
              <Td className="break-words">{column || "–"}</Td>
              <Td className="max-sm:hidden">
                <span className="line-clamp-2 max-w-[40ch] break-words">
                  {value || t("check.emptyValue")}
                </span>
              </Td>
              <Td>
                {sayToReader(reason)}
                <span className="line-clamp-1 break-all text-muted sm:hidden">
                  {value || t("check.emptyValue")}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {bad > problems.length && (
        <p className="mt-2 text-sm text-muted">{t("check.first", { n: problems.length, all: bad })}</p>
      )}
    </Section>
  );
}
