import type { CsvCell } from "#server/csv/write.ts";
import { groupOf } from "#server/nps/groups.ts";
import type { ExportedAnswer } from "#server/response/export.ts";
import { words } from "../words.ts";

const columns = [
  "id",
  "answered",
  "changed",
  "version",
  "score",
  "group",
  "comment",
  "reasons",
  "name",
  "email",
  "customer",
  "company",
  "survey",
  "campaign",
  "touchpoint",
  "team",
  "employee",
  "channel",
  "link",
  "language",
  "evidence",
  "wish",
  "phone",
  "quote",
  "case",
] as const;

/** The first line of the file: our columns, then the attributes by their names. */
export function answerHeadings(attributes: readonly string[]): CsvCell[] {
  return [...columns.map((column) => words()(`export.${column}`)), ...attributes];
}

/**
 * One answer as a line of the file: dates are ISO 8601 and languages their tags, so that an import reads them; all else is
 * in the words of whoever downloads it.
 */
export function answerCells(row: ExportedAnswer, attributes: readonly string[]): CsvCell[] {
  const t = words();
  const cells: Record<(typeof columns)[number], CsvCell> = {
    id: row.id,
    answered: row.answeredAt,
    changed: row.version > 1 ? row.updatedAt : null,
    version: row.version,
    score: row.score,
    group: t(`one.${groupOf(row.score)}`),
    comment: row.comment,
    reasons: row.drivers.map(({ label }) => label).join(" | "),
    name: row.contactName,
    email: row.contactEmail,
    customer: row.contactExternalId,
    company: row.accountName,
    survey: row.surveyName,
    campaign: row.campaignName,
    touchpoint: row.touchpoint,
    team: row.teamName,
    employee: row.employee,
    channel: t(`channelIs.${row.channel}`),
    link: row.linkName,
    language: row.locale,
    evidence: t(`evidenceIs.${row.evidence}`),
    wish: row.contactBy && t(`contactBy.${row.contactBy}`),
    phone: row.contactPhone,
    quote: row.quote && t(`quote.${row.quote}`),
    case: row.case && t(`export.caseIs.${row.case.state}`),
  };
  return [...columns.map((column) => cells[column]), ...attributes.map((name) => row.attributes[name])];
}
