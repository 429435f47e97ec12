import { numberText } from "#app/_i18n/format.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { listImports } from "#server/import/queries.ts";
import { t } from "./words.ts";

type HistoryProps = { workspace: string; timeZone: string; imports: Awaited<ReturnType<typeof listImports>> };

/** The files brought in before, newest first, each leading to its report or to where it was left. */
export function History({ workspace, timeZone, imports }: HistoryProps) {
  if (imports.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return (
    <Table caption={t("history")} dense>
      <thead>
        <tr>
          <Th>{t("file")}</Th>
          <Th>{t("kind")}</Th>
          <Th numeric>{t("rows")}</Th>
          <Th>{t("state")}</Th>
          <Th className="max-sm:hidden">{t("by")}</Th>
          <Th className="max-sm:hidden">{t("when")}</Th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <Th scope="row" className="break-all">
              <TextLink href={`/${workspace}/imports/${one.id}`}>{one.fileName}</TextLink>
            </Th>
            <Td>{t(`kinds.${one.kind}`)}</Td>
            <Td numeric>{numberText(one.rowsTotal)}</Td>
            <Td>{t(`states.${one.state}`)}</Td>
            <Td className="max-sm:hidden">{one.by}</Td>
            <Td className="max-sm:hidden">
              <Moment at={one.createdAt} timeZone={timeZone} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
