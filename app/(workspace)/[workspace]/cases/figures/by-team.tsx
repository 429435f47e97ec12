import { numberText } from "#app/_i18n/format.ts";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { Verdict } from "#server/nps/compare.ts";
import { FigureCells, FigureHeads } from "./by-period.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { figuresAddress, type Shown } from "./view.ts";
import { words } from "./words.ts";

/** The teams in the order of their names, with what may be said of their rates beside the others; nothing of one alone. */
export function ByTeam(shown: Shown) {
  const t = words();
  const { workspace, view, found } = shown;
  if (!found.teams.some(({ id }) => id !== null) || view.team) return null;
  const title = t("teams.title");
  const said = (verdict: Verdict) => t(`teams.verdict.${verdict}`);
  return (
    <FigurePanel title={title} shown={shown} table="teams">
      <Table caption={title} dense>
        <thead>
          <tr>
            <Th>{t("team")}</Th>
            <FigureHeads />
            <Th numeric>{t("column.open")}</Th>
          </tr>
        </thead>
        <tbody>
          {found.teams.map(({ id, name, figures, standing, verdicts }) => (
            <tr key={id ?? ""}>
              <Th scope="row" className="font-normal">
                {id ? (
                  <TextLink href={figuresAddress(workspace, view, { team: id })}>{name}</TextLink>
                ) : (
                  t("noTeam")
                )}
              </Th>
              <FigureCells
                figures={figures}
                said={{
                  ...{ inTime: said(verdicts.inTime), reopened: said(verdicts.reopened) },
                  recovered: said(verdicts.recovered),
                }}
              />
              <Td numeric>{numberText(standing.open)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 max-w-[90ch] text-sm text-muted">
        {t("teams.note")} {t("counts")}
      </p>
    </FigurePanel>
  );
}
