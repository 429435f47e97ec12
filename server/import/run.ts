import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/index.ts";
import { upsertContacts } from "#server/contact/upsert.ts";
import type { Ctx } from "#server/context.ts";
import { checkRows, type Good } from "./check-rows.ts";
import { insertAnswers } from "./insert-answers.ts";
import { requireImport } from "./queries.ts";
import { readFile } from "./read-file.ts";

const batchSize = 1000;

/**
 * Imports the good rows of a file, all in the one transaction of `ctx`: either every good row is in, or none.
 * Run again, it finds the import done and does nothing.
 */
export async function runImport(ctx: Ctx, input: { importId: string }): Promise<void> {
  const found = await requireImport(ctx, input.importId);
  if (found.state !== "running") return;
  const { good, bad } = checkRows(readFile(found.file), found.mapping, found.kind, ctx.now);
  const done =
    found.kind === "contacts"
      ? await runContacts(ctx, good)
      : await runAnswers(ctx, found.id, found.surveyId!, good);
  await ctx.db
    .update(imports)
    .set({
      state: "done",
      ...done,
      rowsDone: found.rowsTotal,
      rejected: bad.length + done.rejected,
      finishedAt: ctx.now,
    })
    .where(and(eq(imports.workspaceId, ctx.workspaceId), eq(imports.id, found.id)));
  ctx.nudge("imports", found.id);
  ctx.nudge(found.kind);
}

async function runContacts(ctx: Ctx, good: Good[]) {
  const sum = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const batch of batches(good)) {
    const contacts = batch.flatMap((one) => ("contact" in one ? [one.contact] : []));
    const result = await upsertContacts(ctx, { contacts, source: "file" });
    sum.created += result.created;
    sum.updated += result.updated;
    sum.rejected += result.rejected.length;
  }
  return sum;
}

async function runAnswers(ctx: Ctx, importId: string, surveyId: string, good: Good[]) {
  const seen = new Map<string, number>();
  let created = 0;
  for (const batch of batches(good)) {
    const answers = batch.flatMap((one) => ("answer" in one ? [one.answer] : []));
    created += await insertAnswers(ctx, { importId, surveyId, answers, seen });
  }
  return { created, updated: 0, unchanged: good.length - created, rejected: 0 };
}

function* batches<T>(all: T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += batchSize) yield all.slice(from, from + batchSize);
}
