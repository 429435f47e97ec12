import type { CsvCell } from "#server/csv/write.ts";
import { type Figures, sharesOf } from "#server/follow-up/rules.ts";
import type { Verdict } from "#server/nps/compare.ts";
import type { Share } from "#server/nps/rate.ts";
import { periodOf, type Shown, type TableName } from "../view.ts";
import { endsOf, words } from "../words.ts";

/**
 * The rows of a file with the figures of one table, its header first: counts, minutes, and rates in whole percent with the
 * ends of their intervals, empty where they are of too few.
 */
export function tableRows(table: TableName, shown: Shown): CsvCell[][] {
  const t = words();
  const { found } = shown;
  if (table === "periods")
    return [
      [t("csvColumn.from"), t("csvColumn.to"), ...heads()],
      ...found.periods.map(({ start, figures }) => {
        const { from, to } = periodOf(shown, start);
        return [from, to, ...cells(figures)];
      }),
    ];
  if (table === "teams") {
    const beside = (["inTime", "reopened", "solved"] as const).map((rate) =>
      t("csvColumn.verdict", { column: t(`column.${rate}`) }),
    );
    return [
      [t("team"), ...heads(), t("column.open"), ...beside],
      ...found.teams.map(({ name, figures, standing, verdicts }) => [
        ...[name ?? t("noTeam"), ...cells(figures), standing.open],
        ...[verdicts.inTime, verdicts.reopened, verdicts.recovered].map(said),
      ]),
    ];
  }
  return [
    [t("csvColumn.causeAbove"), t("csvColumn.causeBeneath"), ...closedHeads()],
    ...found.causes.flatMap(({ cause, figures, beneath }) => [
      [cause?.name ?? t("causes.none"), null, ...closedCells(figures)],
      ...beneath.map(({ cause: leaf, general, figures: some }) => [
        ...[cause?.name, general ? t("causes.general", { name: leaf.name }) : leaf.name],
        ...closedCells(some),
      ]),
    ]),
  ];
}

const said = (verdict: Verdict): string => words()(`teams.verdict.${verdict}`);

function heads(): string[] {
  const t = words();
  return [
    ...[t("column.opened"), t("csvColumn.inTime"), t("csvColumn.late"), t("csvColumn.unwritten")],
    ...rateHeads(t("column.inTime")),
    ...[t("csvColumn.medianWorking"), t("csvColumn.ninetiethWorking")],
    ...[t("csvColumn.medianClock"), t("csvColumn.ninetiethClock")],
    ...closedHeads(),
  ];
}

function cells(figures: Figures): CsvCell[] {
  const { opened, inTime, late, unwritten } = figures;
  const minutes = (value: number | null) => (value === null ? null : Math.round(value));
  return [
    ...[opened, inTime, late, unwritten, ...rateCells(sharesOf(figures).inTime)],
    ...[figures.medianWorking, figures.ninetiethWorking].map(minutes),
    ...[figures.medianClock, figures.ninetiethClock].map(minutes),
    ...closedCells(figures),
  ];
}

function closedHeads(): string[] {
  const t = words();
  return [
    ...[t("column.closed"), t("column.reopened"), ...rateHeads(t("column.reopened"))],
    ...[t("csvColumn.asked"), t("csvColumn.replied"), t("csvColumn.answered")],
    ...[t("csvColumn.yes"), t("csvColumn.partly"), t("csvColumn.no"), ...rateHeads(t("column.solved"))],
  ];
}

function closedCells(figures: Figures): CsvCell[] {
  const { closed, reopened, asked, replied, answered, recovered, partly } = figures;
  const shares = sharesOf(figures);
  return [
    ...[closed, reopened, ...rateCells(shares.reopened), asked, replied, answered],
    ...[recovered, partly, answered - recovered - partly, ...rateCells(shares.recovered)],
  ];
}

const rateHeads = (column: string): string[] =>
  (["rate", "low", "high"] as const).map((end) => words()(`csvColumn.${end}`, { column }));

function rateCells(share: Share): CsvCell[] {
  const ends = endsOf(share);
  return [ends?.percent, ends?.low, ends?.high];
}
