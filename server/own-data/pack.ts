import { type CsvCell, csvStream } from "#server/csv/write.ts";
import type { Found, OwnData } from "./gather.ts";
import type { KeptFile } from "./list-files.ts";

/** A file of the archive. */
export type Packed = { name: string; input: string | Uint8Array | AsyncIterable<string>; lastModified: Date };

type Whole = { about: Found; data: OwnData; notes: Found[] };

/**
 * The files of an archive about a person: everything as JSON, each list as CSV, and what came and went as files. Bytes are
 * read one file at a time, when it is its turn.
 *
 * @param about whose archive it is and of whom, put first into the JSON
 */
export async function* pack(
  { about, data, notes }: Whole,
  files: readonly KeptFile[],
  read: (file: KeptFile) => Promise<Uint8Array | null>,
  lastModified: Date,
): AsyncGenerator<Packed> {
  const { person, ...lists } = data;
  const all = { ...lists, notes };
  yield { name: "data.json", input: JSON.stringify({ ...about, person, ...all }, null, 2), lastModified };
  yield { name: "csv/person.csv", input: csvOf([person]), lastModified };
  for (const [name, rows] of Object.entries(all)) {
    if (rows.length > 0) yield { name: `csv/${name}.csv`, input: csvOf(rows), lastModified };
  }
  for (const [place, file] of files.entries()) {
    const input = await read(file);
    const number = String(place + 1).padStart(3, "0");
    if (input) yield { name: `${file.kind}s/${number} ${file.name}`, input, lastModified: file.at };
  }
}

/** A column for every field that a row has; what is more than a word or a number stands in its cell as JSON. */
function csvOf(rows: readonly Found[]): AsyncGenerator<string> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))];
  return csvStream(lines, { bom: true });
}

function cellOf(value: unknown): CsvCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}
