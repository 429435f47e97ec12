import { CsvError, type Options } from "csv-parse";
import { type DomainError, invalid } from "../errors.ts";

export const MAX_COLUMNS = 200;
export const MAX_CELL_CHARACTERS = 100_000;
const MAX_ROW_BYTES = 2_000_000;

/**
 * How files from spreadsheets, shops and scripts are read: any line end, mixed too, quotes within a cell as
 * they stand, rows of any width, blanks before a cell left out (`"a", "b, c"`), except where they delimit.
 */
export function dialect(delimiter: string): Options {
  return {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    ltrim: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MAX_ROW_BYTES,
  };
}

/** What csv-parse could not read, in words for the person who uploaded it; any other error comes back as it is. */
export function inWords(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return unclosedQuote(row);
  return error.code === "CSV_MAX_RECORD_SIZE" ? endlessRow(row) : error;
}

function unclosedQuote(row: number): DomainError {
  return invalid(
    "file",
    `A quotation mark (") that opens in row ${row} is never closed. Close or remove it there and upload the file again.`,
  );
}

function endlessRow(row: number): DomainError {
  return invalid(
    "file",
    `Row ${row} does not end within two million characters. Most often a quotation mark (") in it is never closed: close or remove it and upload the file again.`,
  );
}
