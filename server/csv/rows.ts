import { refusal } from "#server/refusal.ts";
import { invalid } from "../errors.ts";
import { MAX_CELL_CHARACTERS, MAX_COLUMNS } from "./dialect.ts";
import { nameColumns } from "./name-columns.ts";

/** One row of the file below its header; blank rows are left out but counted. */
export interface CsvRow {
  /** The number a spreadsheet shows beside it; the header is usually 1. */
  row: number;
  /** The line of the file it starts on, from 1; more than `row` where cells hold line breaks. */
  line: number;
  /** As many as the header has, missing ones as ""; more only where `shape` is "long". */
  cells: string[];
  shape: "fits" | "short" | "long";
}

/** Turns the records of a parser, given one by one, into a header and numbered rows. */
export interface RowReader {
  /** Null for the header and for blank rows. */
  take(record: string[]): CsvRow | null;
  /** Null until the header was taken. */
  header(): string[] | null;
  /** The number of the row that comes next. */
  nextRow(): number;
}

export function createRowReader(firstLine: number): RowReader {
  let header: string[] | null = null;
  let row = 0;
  let nextLine = firstLine;
  return {
    header: () => header,
    nextRow: () => row + 1,
    take(record) {
      const line = nextLine;
      row += 1;
      nextLine += 1 + lineBreaksIn(record);
      if (record.every((cell) => cell.trim() === "")) return null;
      if (header === null) {
        header = nameColumns(checkedHeader(record));
        return null;
      }
      return { row, line, ...shaped(record, header, row) };
    },
  };
}

function lineBreaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function checkedHeader(record: string[]): string[] {
  if (record.length <= MAX_COLUMNS) return record;
  throw invalid("file", refusal("columnsMany", { count: record.length, most: MAX_COLUMNS }));
}

function shaped(record: string[], header: readonly string[], row: number): Pick<CsvRow, "cells" | "shape"> {
  const tooLong = record.findIndex((cell) => cell.length > MAX_CELL_CHARACTERS);
  if (tooLong !== -1) throw cellTooLong(row, header[tooLong] ?? `#${tooLong + 1}`);
  const surplus = record.slice(header.length);
  if (surplus.some((cell) => cell.trim() !== "")) return { cells: record, shape: "long" };
  const missing = Array<string>(Math.max(0, header.length - record.length)).fill("");
  return {
    cells: [...record.slice(0, header.length), ...missing],
    shape: missing.length > 0 ? "short" : "fits",
  };
}

function cellTooLong(row: number, column: string) {
  return invalid("file", refusal("cellLong", { row, column, most: MAX_CELL_CHARACTERS }));
}
