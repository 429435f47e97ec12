import { CsvError, type Options } from "csv-parse";
import { refusal } from "#server/refusal.ts";
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
  return invalid("file", refusal("quoteOpen", { row }));
}

function endlessRow(row: number): DomainError {
  return invalid("file", refusal("rowEndless", { row }));
}
