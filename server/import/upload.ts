import { newId } from "#db/id.ts";
import { imports } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { recognise } from "#server/csv/recognise.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { guessMapping } from "./guess-mapping.ts";
import { readFile } from "./read-file.ts";
import { type ImportKind, mostBytes } from "./schema.ts";

/**
 * Keeps a file until it is imported and guesses what its columns hold. Returns the import's id.
 * @throws INVALID on "file" when it is empty, too large or no table of text.
 */
export async function uploadFile(
  ctx: Ctx,
  input: { kind: ImportKind; fileName: string; bytes: Uint8Array },
): Promise<{ id: string }> {
  if (input.bytes.length > mostBytes) throw invalid("file", refusal("importLarge", { most: 50 }));
  const seen = recognise(input.bytes);
  if (seen !== "text") throw invalid("file", reasons[seen]);
  const { header, batches } = readFile(input.bytes);
  let rowsTotal = 0;
  for await (const rows of batches()) rowsTotal += rows.length;
  if (rowsTotal === 0) throw invalid("file", refusal("fileNoRows"));
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(imports).values({
    workspaceId: ctx.workspaceId,
    id,
    kind: input.kind,
    state: "uploaded",
    fileName: input.fileName.slice(0, 200) || "file.csv",
    file: input.bytes,
    mapping: guessMapping(header, input.kind),
    rowsTotal,
    createdBy: memberId(ctx.actor),
    createdAt: ctx.now,
  });
  await recordAct(ctx, "imports.uploaded", { id, after: { kind: input.kind, rows: rowsTotal } });
  ctx.nudge("imports", id);
  return { id };
}

const reasons = {
  empty: refusal("fileEmpty"),
  excel: refusal("fileExcel"),
  compressed: refusal("filePacked"),
  pdf: refusal("filePdf"),
  binary: refusal("fileBinary"),
};
