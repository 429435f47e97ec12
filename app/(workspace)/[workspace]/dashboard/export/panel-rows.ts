import type { CsvCell } from "#server/csv/write.ts";
import { type Counts, GROUPS, NO_ANSWERS, total } from "#server/nps/groups.ts";
import { npsOf } from "#server/nps/score.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { followUpRows } from "../follow-up-rows.ts";
import { words as followUpWords } from "../follow-up-words.ts";
import { partRows } from "../parts.tsx";
import type { PanelName, Shown } from "../places.ts";
import { trendPoint } from "../trend-point.ts";
import { words } from "../words.ts";

/**
 * The rows of a file with the figures of one panel, its header first: counts of the groups, score and the ends of its
 * interval, now and in the days it is compared with. Scores are in points to two decimals, empty without answers.
 */
export function panelRows(panel: PanelName, shown: Shown): CsvCell[][] {
  const t = words();
  const { found } = shown;
  if (panel === "split")
    return [header(), [t("csv.all"), ...figures(found.counts), ...figures(found.before ?? NO_ANSWERS)]];
  if (panel === "trend")
    return [
      [t("csv.from"), t("csv.to"), ...header().slice(1), t("trend.notes")],
      ...found.trend.map((stretch) => {
        const { from, to, notes } = trendPoint(stretch, shown);
        const before = stretch.before ?? NO_ANSWERS;
        return [
          from,
          to,
          ...figures(stretch.counts),
          ...figures(before),
          notes?.map(({ said }) => said).join("; "),
        ];
      }),
    ];
  if (panel === "mentions")
    return [
      [...header(), t("csv.effect"), t("csv.low"), t("csv.high")],
      ...found.mentions.map(({ name, counts, before, effect }) => [
        name,
        ...figures(counts),
        ...figures(before ?? NO_ANSWERS),
        ...[effect?.difference, effect?.low, effect?.high].map(rounded),
      ]),
    ];
  if (panel === "follow-up") return followUpFile(found.followUp);
  return [
    [...header(), t("parts.shrunk"), t("parts.verdict")],
    ...partRows(shown).map((row) => [
      row.label,
      ...figures(row.counts),
      ...figures(row.before ?? NO_ANSWERS),
      rounded(row.shrunk),
      row.verdict === "cannot tell" ? t("parts.unclear") : t(`parts.${row.verdict}`),
    ]),
  ];
}

/** Minutes, percent and cases, as the panel's table has them. */
function followUpFile(followUp: Shown["found"]["followUp"]): CsvCell[][] {
  const t = followUpWords();
  return [
    [t("figure"), t("value"), t("from"), t("to"), t("n")],
    ...followUpRows(followUp).map(({ name, value, low, high, n }) => [name, value, low, high, n]),
  ];
}

function header(): string[] {
  const t = words();
  const columns = [...GROUPS.map((group) => t(`groupTitle.${group}`)), t("csv.n"), t("parts.nps")];
  const all = [...columns, t("csv.low"), t("csv.high")];
  return [t("parts.name"), ...all, ...all.map((column) => t("csv.before", { column }))];
}

function figures(counts: Counts): CsvCell[] {
  const interval = intervalOf(counts);
  return [
    ...GROUPS.map((group) => counts[`${group}s`]),
    total(counts),
    ...[npsOf(counts), interval?.low, interval?.high].map(rounded),
  ];
}

const rounded = (points: number | null | undefined): number | null =>
  typeof points === "number" ? Math.round(points * 100) / 100 : null;
