import { and, desc, eq, sql } from "drizzle-orm";
import { imports, surveys, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { checkFile } from "./check-file.ts";
import type { Problem } from "./check-rows.ts";
import { guessMapping } from "./guess-mapping.ts";
import { readFile } from "./read-file.ts";
import type { Mapping } from "./schema.ts";

const shownProblems = 100;
const shownSamples = 3;
const sampledRows = 500;

const facts = {
  id: imports.id,
  kind: imports.kind,
  state: imports.state,
  fileName: imports.fileName,
  surveyId: imports.surveyId,
  legalGround: imports.legalGround,
  groundSource: imports.groundSource,
  consentedAt: imports.consentedAt,
  mapping: imports.mapping,
  rowsTotal: imports.rowsTotal,
  rowsDone: imports.rowsDone,
  created: imports.created,
  updated: imports.updated,
  unchanged: imports.unchanged,
  rejected: imports.rejected,
  failure: imports.failure,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
};

/** The newest 50 imports with who made them. */
export function listImports(ctx: Ctx) {
  return ctx.db
    .select({ ...facts, by: users.name })
    .from(imports)
    .leftJoin(users, eq(users.id, imports.createdBy))
    .where(eq(imports.workspaceId, ctx.workspaceId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(50);
}

/** An import with its file. @throws NOT_FOUND when it is not in this workspace, CONFLICT when its file is gone. */
export async function requireImport(ctx: Ctx, importId: string) {
  const [row] = await ctx.db
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, ctx.workspaceId), eq(imports.id, importId)));
  if (!row) throw notFound("import");
  if (!row.file) throw new DomainError("CONFLICT", refusal("importFileGone"));
  return { ...row, file: row.file, mapping: row.mapping as Mapping };
}

/** An import's facts. @throws NOT_FOUND when it is not in this workspace. */
export async function getImport(ctx: Ctx, input: { importId: string }) {
  const [row] = await ctx.db
    .select({ ...facts, hasFile: sql<boolean>`${imports.file} IS NOT NULL` })
    .from(imports)
    .where(and(eq(imports.workspaceId, ctx.workspaceId), eq(imports.id, input.importId)));
  if (!row) throw notFound("import");
  return { ...row, mapping: row.mapping as Mapping };
}

/** The columns of an import's file with sample values, the guess and the choice for each, and the surveys to choose from. */
export async function getColumns(ctx: Ctx, input: { importId: string }) {
  const { file, kind, mapping } = await requireImport(ctx, input.importId);
  const { header, encoding, delimiter, batches } = readFile(file);
  const guess = guessMapping(header, kind);
  const { value: first } = await batches(sampledRows).next();
  const rows = first ?? [];
  const columns = header.map((name, index) => ({
    name,
    target: mapping[name] ?? guess[name]!,
    samples: rows
      .map((row) => row.cells[index]?.trim() ?? "")
      .filter((value) => value !== "")
      .slice(0, shownSamples),
  }));
  const named = await ctx.db
    .select({ id: surveys.id, name: surveys.name })
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(surveys.name);
  return { columns, encoding, delimiter, surveys: named };
}

/** What an import would do: how many rows are good, and the first 100 problems. */
export async function checkImport(ctx: Ctx, input: { importId: string }) {
  const { reading, batches } = await checkFile(ctx, await requireImport(ctx, input.importId));
  const counts = { good: 0, bad: 0 };
  const problems: Problem[] = [];
  for await (const { good, bad } of batches()) {
    counts.good += good.length;
    counts.bad += bad.length;
    problems.push(...bad.slice(0, shownProblems - problems.length).map(({ problem }) => problem));
  }
  return { ...counts, problems, dateOrder: reading.dateOrder };
}
