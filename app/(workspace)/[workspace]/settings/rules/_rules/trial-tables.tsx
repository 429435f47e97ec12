import { dateText, listText } from "#app/_i18n/format.ts";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { RouterOutputs } from "#server/router.ts";
import { t } from "./words.ts";

type TrialTablesProps = { trial: RouterOutputs["rule"]["try"] };

const short = { day: "numeric", month: "short", timeZone: "UTC" } as const;

/** For whom the cases would have opened, and in which weeks. */
export function TrialTables({ trial: { cases, owners, weeks } }: TrialTablesProps) {
  if (cases === 0) return null;
  const most = Math.max(...weeks.map(({ n }) => n));
  return (
    <>
      <Section title={t("forWhom")} space="rule" level={3}>
        <Table caption={t("forWhom")} dense>
          <thead>
            <tr>
              <Th>{t("colleague")}</Th>
              <Th numeric>{t("cases")}</Th>
            </tr>
          </thead>
          <tbody>
            {owners.map(({ names, n }) => (
              <tr key={names.join()}>
                <Td>{whose(names)}</Td>
                <Td numeric>{n}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section title={t("perWeek")} space="rule" level={3}>
        <Table caption={t("perWeek")} dense>
          <thead>
            <tr>
              <Th>{t("week")}</Th>
              <Th numeric>{t("cases")}</Th>
              <Th className="w-full">
                <span className="sr-only">{t("perWeek")}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ monday, n }) => (
              <tr key={monday}>
                <Td className="whitespace-nowrap">{dateText(new Date(monday), short)}</Td>
                <Td numeric>{n}</Td>
                <Td aria-hidden>
                  <span
                    className="block h-2 rounded-mark bg-brand"
                    style={{ width: `${(100 * n) / most}%` }}
                  />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  );
}

function whose(names: readonly string[]): string {
  const [only, second] = names;
  if (!only) return t("nobody");
  return second ? t("shared", { names: listText(names) }) : only;
}
