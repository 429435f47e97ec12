import { stringify } from "csv-stringify/sync";
import type { Delimiter } from "./sniff.ts";

export type CsvCell = string | number | bigint | boolean | Date | null | undefined;

export interface CsvStyle {
  /** Comma unless told; Excel in the Nordic countries and Germany opens ";" without asking. */
  delimiter?: Delimiter;
  /** A byte order mark first, without which Excel reads UTF-8 as Windows-1252. */
  bom?: boolean;
}

/**
 * One row by RFC 4180, ended by CRLF. Text a spreadsheet would take for a formula gets a leading ' (ASVS 1.2.10);
 * numbers stay numbers, dates are ISO 8601 in UTC, null and undefined are empty.
 */
export function csvRow(cells: readonly CsvCell[], delimiter: Delimiter = ","): string {
  return csvRows([cells], delimiter);
}

/** A file as a stream of text pieces, for any number of rows; the header is the first of them. */
export async function* csvStream(
  rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
  { delimiter = ",", bom = false }: CsvStyle = {},
): AsyncGenerator<string, void> {
  if (bom) yield "\ufeff";
  let waiting: (readonly CsvCell[])[] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_IN_A_PIECE) continue;
    yield csvRows(waiting, delimiter);
    waiting = [];
  }
  if (waiting.length > 0) yield csvRows(waiting, delimiter);
}

/** Text made harmless: a leading ' where the first character starts a formula, full-width forms included. */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r\0\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text;
}

const ROWS_IN_A_PIECE = 200;

function csvRows(rows: readonly (readonly CsvCell[])[], delimiter: Delimiter): string {
  return stringify(
    rows.map((cells) => cells.map(asText)),
    // Cells with blanks at an end are quoted, for readers that leave such blanks out.
    { delimiter, record_delimiter: "windows", quote_record_delimiter: true, quoted_match: /^\s|\s$/ },
  );
}

function asText(cell: CsvCell): string {
  if (typeof cell === "string") return guardFormula(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === "number" && !Number.isFinite(cell)) return "";
  return cell === null || cell === undefined ? "" : String(cell);
}
