import type { Ctx } from "#server/context.ts";
import { csvRow } from "#server/csv/write.ts";
import { checkRows } from "./check-rows.ts";
import { requireImport } from "./queries.ts";
import { readFile } from "./read-file.ts";
import type { GetImport } from "./schema.ts";

/**
 * The rows that are not imported, as CSV (UTF-8 with byte order mark, formula-safe) with the file's own columns
 * and one more, `error`, that says column and reason; mended, it can be imported again.
 */
export async function failedRows(ctx: Ctx, input: GetImport): Promise<{ fileName: string; csv: string }> {
  const found = await requireImport(ctx, input.importId);
  const table = readFile(found.file);
  const { bad, problems } = checkRows(table, found.mapping, found.kind, ctx.now);
  const lines = bad.map((row, index) => {
    const { column, reason } = problems[index]!;
    return csvRow([...row.cells.slice(0, table.header.length), `${column}: ${reason}`], table.delimiter);
  });
  const csv = `\ufeff${csvRow([...table.header, "error"], table.delimiter)}${lines.join("")}`;
  return { fileName: `failed ${found.fileName}`, csv };
}
