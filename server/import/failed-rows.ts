import type { Ctx } from "#server/context.ts";
import { csvRow } from "#server/csv/write.ts";
import { sayToReader } from "#server/i18n/say-refusal.ts";
import { checkFile } from "./check-file.ts";
import { requireImport } from "./queries.ts";
import type { GetImport } from "./schema.ts";

/**
 * The rows that are not imported, as CSV (UTF-8 with byte order mark, formula-safe) with the file's own columns
 * and one more, `head`, that says column and reason in the reader’s language; mended, it can be imported again, and
 * the import leaves that column out by itself.
 */
export async function failedRows(
  ctx: Ctx,
  input: GetImport,
  head: string,
): Promise<{ fileName: string; csv: string }> {
  const found = await requireImport(ctx, input.importId);
  const { source, batches } = await checkFile(ctx, found);
  const lines = [csvRow([...source.header, head], source.delimiter)];
  for await (const { bad } of batches()) {
    for (const { row, problem } of bad) {
      const cells = row.cells.slice(0, source.header.length);
      const why = [problem.column, sayToReader(problem.reason)].filter(Boolean).join(": ");
      lines.push(csvRow([...cells, why], source.delimiter));
    }
  }
  return { fileName: found.fileName, csv: `\ufeff${lines.join("")}` };
}
