import { type Options, type Parser, parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import { refusal } from "#server/refusal.ts";
import { invalid } from "../errors.ts";
import { dialect, inWords } from "./dialect.ts";
import { type CsvRow, createRowReader, type RowReader } from "./rows.ts";
import { type Delimiter, sniff } from "./sniff.ts";

const SLICE = 64 * 1024;
const HEADER_WITHIN = 4_000_000;

export interface CsvTable {
  delimiter: Delimiter;
  /** Readable, unique names, one for each column. */
  header: string[];
  rows: CsvRow[];
}

/** A table whose rows are read while they are asked for. */
export interface CsvSource {
  delimiter: Delimiter;
  header: string[];
  /** All rows from the first, in batches; can be called again. Errors are those of `readCsv`. */
  batches(size?: number): AsyncGenerator<CsvRow[], void>;
}

/**
 * A CSV text as a table. The first row that is not blank is the header; the delimiter is found unless given.
 * @throws DomainError INVALID on "file": nothing in it, more than 200 columns, a cell of more than 100,000
 * characters, a quotation mark never closed.
 */
export function readCsv(text: string, delimiter?: Delimiter): CsvTable {
  const found = begin(text, delimiter);
  const reader = createRowReader(found.firstLine);
  const rows: CsvRow[] = [];
  parseInWords(text.slice(found.start), reader, {
    ...dialect(found.delimiter),
    on_record: into(rows, reader),
  });
  return { delimiter: found.delimiter, header: reader.header() ?? nothingInIt(), rows };
}

/** Like `readCsv`, for large texts: beside the text itself only about one batch is held in memory. */
export function openCsv(text: string, delimiter?: Delimiter): CsvSource {
  const found = begin(text, delimiter);
  return {
    delimiter: found.delimiter,
    header: headerOf(text, found),
    batches: (size = 1000) => batches(text, found, size),
  };
}

interface Beginning {
  delimiter: Delimiter;
  start: number;
  firstLine: number;
}

function begin(text: string, chosen: Delimiter | undefined): Beginning {
  const { delimiter, start, firstLine } = sniff(text);
  return { delimiter: chosen ?? delimiter, start, firstLine };
}

function headerOf(text: string, { delimiter, start, firstLine }: Beginning): string[] {
  const reader = createRowReader(firstLine);
  parseInWords(text.slice(start, start + HEADER_WITHIN), reader, {
    ...dialect(delimiter),
    skip_records_with_empty_values: true,
    to: 1,
    on_record: into([], reader),
  });
  return reader.header() ?? nothingInIt();
}

async function* batches(text: string, found: Beginning, size: number): AsyncGenerator<CsvRow[], void> {
  const reader = createRowReader(found.firstLine);
  const waiting: CsvRow[] = [];
  const parser = parse({ ...dialect(found.delimiter), on_record: into(waiting, reader) });
  parser.on("error", () => {}); // The callbacks of write and end tell of it.
  try {
    for (const slice of slices(text, found.start)) {
      await write(parser, slice);
      while (waiting.length >= size) yield waiting.splice(0, size);
    }
    await write(parser, null);
  } catch (error) {
    if (waiting.length > 0) yield waiting;
    throw inWords(error, reader.nextRow());
  }
  if (waiting.length > 0) yield waiting;
}

/** Gathers rows where they are wanted; csv-parse itself keeps none. */
function into(rows: CsvRow[], reader: RowReader): (record: string[]) => null {
  return (record) => {
    const row = reader.take(record);
    if (row) rows.push(row);
    return null;
  };
}

/** Resolves when the parser has taken the slice in and given its records to on_record; null is the end. */
function write(parser: Parser, slice: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    if (slice === null) parser.end(done);
    else parser.write(slice, done);
  });
}

/** Pieces that never part a surrogate pair, because each is turned into bytes by itself. */
function* slices(text: string, start: number): Generator<string, void> {
  for (let from = start; from < text.length; ) {
    const to = from + SLICE;
    const parted = /[\ud800-\udbff]/.test(text.charAt(to - 1));
    yield text.slice(from, parted ? to + 1 : to);
    from = parted ? to + 1 : to;
  }
}

function parseInWords(text: string, reader: RowReader, options: Options): void {
  try {
    parseAtOnce(text, options);
  } catch (error) {
    throw inWords(error, reader.nextRow());
  }
}

function nothingInIt(): never {
  throw invalid("file", refusal("fileNothing"));
}
