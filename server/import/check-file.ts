import { eq } from "drizzle-orm";
import { type imports, workspaces } from "#db/schema/index.ts";
import { knownById } from "#server/contact/known-by-id.ts";
import type { Ctx } from "#server/context.ts";
import type { CsvSource } from "#server/csv/read.ts";
import { type Bad, checkRows, type Good, problemAt, type Reading } from "./check-rows.ts";
import { readFile } from "./read-file.ts";
import { type DateOrder, dateOrderOf } from "./read-values.ts";
import type { ImportKind, Mapping } from "./schema.ts";

type Kept = Pick<typeof imports.$inferSelect, "legalGround" | "groundSource" | "consentedAt"> & {
  file: Uint8Array;
  mapping: Mapping;
  kind: ImportKind;
};

export type CheckedFile = {
  source: CsvSource;
  reading: Reading;
  /** The rows in batches of at most 1,000, each in the order of the file. */
  batches(): AsyncGenerator<Batch, void>;
  /** The same, read by themselves: contacts that contradict known ones are among the good; the import refuses them. */
  alone(): AsyncGenerator<Batch, void>;
};

type Batch = { rows: number; good: Good[]; bad: Bad[] };

/**
 * A kept file ready to be checked batch by batch, so that memory holds the file and one batch. The order of day and
 * month is settled first, over the whole column. Whoever checks, downloads the failed rows or imports sees the same.
 */
export async function checkFile(ctx: Ctx, kept: Kept): Promise<CheckedFile> {
  const source = readFile(kept.file);
  const [workspace] = await ctx.db
    .select({ timeZone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const reading: Reading = {
    header: source.header,
    mapping: kept.mapping,
    kind: kept.kind,
    ground: groundOf(kept),
    dateOrder: await orderOf(source, kept.mapping),
    timeZone: workspace!.timeZone,
    now: ctx.now,
  };
  return {
    source,
    reading,
    batches: () => checked(ctx, source, reading),
    alone: () => read(source, reading),
  };
}

function groundOf({ legalGround, groundSource, consentedAt }: Kept): Reading["ground"] {
  return legalGround && { legalGround, groundSource, consentedAt: consentedAt?.toISOString() ?? null };
}

async function orderOf(source: CsvSource, mapping: Mapping): Promise<DateOrder> {
  const place = source.header.findIndex(
    (column) => mapping[column] === "answered" || mapping[column] === "consentedAt",
  );
  if (place < 0) return "day-first";
  let order: DateOrder | null = null;
  for await (const rows of source.batches()) {
    const told = dateOrderOf(rows.map((row) => row.cells[place] ?? ""));
    if (told === "day-first") return told;
    order ??= told;
  }
  return order ?? "day-first";
}

async function* read(source: CsvSource, reading: Reading): AsyncGenerator<Batch, void> {
  for await (const rows of source.batches(4000)) yield { rows: rows.length, ...checkRows(rows, reading) };
}

async function* checked(ctx: Ctx, source: CsvSource, reading: Reading): AsyncGenerator<Batch, void> {
  for await (const { rows, good, bad } of read(source, reading)) {
    const settled = reading.kind === "contacts" ? await contradicting(ctx, good, reading) : { good, bad: [] };
    const problems = [...bad, ...settled.bad].sort((a, b) => a.row.row - b.row.row);
    yield { rows, good: settled.good, bad: problems };
  }
}

/** Parts from the good rows those whose external id and address are two different known contacts'. */
async function contradicting(
  ctx: Ctx,
  good: Good[],
  reading: Reading,
): Promise<{ good: Good[]; bad: Bad[] }> {
  const ready = good.flatMap((one) => ("contact" in one ? [one] : []));
  const { contradictions } = await knownById(
    ctx,
    ready.map(({ contact }) => contact),
  );
  const bad = contradictions.map(({ place, reason }) => {
    const { row } = ready[place]!;
    return { row, problem: problemAt(row, { field: "externalId", reason }, reading) };
  });
  const refused = new Set(bad.map(({ row }) => row));
  return { good: good.filter(({ row }) => !refused.has(row)), bad };
}
