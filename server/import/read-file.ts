import { setImmediate as breathe } from "node:timers/promises";
import { decode } from "#server/csv/decode.ts";
import { type CsvSource, openCsv } from "#server/csv/read.ts";

/** A kept file as a table whose rows are read while they are asked for. @throws INVALID on "file" naming what cannot be read. */
export function readFile(bytes: Uint8Array): CsvSource & { encoding: string } {
  const { text, encoding } = decode(bytes);
  const source = openCsv(text);
  return { ...source, encoding, batches: (size) => unhurried(source.batches(size)) };
}

/** Between two batches the process answers whoever else asks for something. */
async function* unhurried<T>(batches: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  for await (const batch of batches) {
    yield batch;
    await breathe();
  }
}
