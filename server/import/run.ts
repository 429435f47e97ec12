import { and, eq, sql } from "drizzle-orm";
import { imports } from "#db/schema/index.ts";
import { upsertReady } from "#server/contact/upsert.ts";
import type { Ctx } from "#server/context.ts";
import { checkFile } from "./check-file.ts";
import type { Good } from "./check-rows.ts";
import { insertAnswers } from "./insert-answers.ts";
import { requireImport } from "./queries.ts";

/** `onBatch` hears how many rows of the file are done; it must not use `ctx.db`, where nothing shows before the end. */
export type RunImport = { importId: string; onBatch?: (rowsDone: number) => void };

type Counts = { created: number; updated: number; unchanged: number; rejected: number };
type Write = (good: Good[]) => Promise<Counts>;

/**
 * Imports the good rows of a file, all in the one transaction of `ctx`: either every good row is in, or none.
 * Run again, it finds the import done and does nothing; run twice at once, the second waits and then does nothing.
 */
export async function runImport(ctx: Ctx, { importId, onBatch }: RunImport): Promise<void> {
  await ctx.db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${importId}, 0))`);
  const found = await requireImport(ctx, importId);
  if (found.state !== "running") return;
  const write = found.kind === "contacts" ? contactsInto(ctx) : answersInto(ctx, found.id, found.surveyId!);
  const sum: Counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  let rowsDone = 0;
  // One batch is written while the next one is read: the database and this process have a core each.
  let writing: Promise<Counts> | undefined;
  const add = async () => {
    const counts = await writing;
    for (const key of ["created", "updated", "unchanged", "rejected"] as const)
      sum[key] += counts?.[key] ?? 0;
  };
  for await (const { rows, good, bad } of (await checkFile(ctx, found)).alone()) {
    await add();
    writing = write(good);
    // Whoever awaits it hears of its failure; until then nobody is missing.
    writing.catch(() => {});
    sum.rejected += bad.length;
    rowsDone += rows;
    onBatch?.(rowsDone);
  }
  await add();
  await ctx.db
    .update(imports)
    .set({ state: "done", ...sum, rowsDone, finishedAt: ctx.now })
    .where(and(eq(imports.workspaceId, ctx.workspaceId), eq(imports.id, found.id)));
  ctx.nudge("imports", found.id);
  ctx.nudge(found.kind);
}

/** A row that repeats a customer of the same file counts as unchanged, so that the counts add up to the rows. */
function contactsInto(ctx: Ctx): Write {
  const seen = new Set<string>();
  return async (good) => {
    const contacts = good.flatMap((one, index) => ("contact" in one ? [{ ...one.contact, index }] : []));
    const keys = new Set(contacts.map(({ emailKey }) => emailKey));
    const again = [...keys].filter((key) => seen.has(key)).length;
    for (const key of keys) seen.add(key);
    const { created, updated, rejected } = await upsertReady(ctx, { contacts, source: "file" });
    const fresh = Math.max(0, updated - again);
    const unchanged = contacts.length - created - fresh - rejected.length;
    return { created, updated: fresh, unchanged, rejected: rejected.length };
  };
}

function answersInto(ctx: Ctx, importId: string, surveyId: string): Write {
  const seen = new Map<string, number>();
  return async (good) => {
    const answers = good.flatMap((one) => ("answer" in one ? [one.answer] : []));
    const created = await insertAnswers(ctx, { importId, surveyId, answers, seen });
    return { created, updated: 0, unchanged: answers.length - created, rejected: 0 };
  };
}
