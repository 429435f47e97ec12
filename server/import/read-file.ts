import { decode } from "#server/csv/decode.ts";
import { type CsvTable, readCsv } from "#server/csv/read.ts";

/** A kept file as a table. @throws INVALID on "file" naming the row that cannot be read. */
export function readFile(bytes: Uint8Array): CsvTable & { encoding: string } {
  const { text, encoding } = decode(bytes);
  return { ...readCsv(text), encoding };
}
