import { and, eq, lt, type SQL } from "drizzle-orm";
import { imports } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

const triedForMs = 10 * 60_000;

const ours = refusal("importOurs");

/**
 * Settles a run that ended with `error`, of which nothing is in: what the file is to blame for fails the import
 * at once, anything else only when it has been tried for ten minutes. Returns whether it has failed for good.
 */
export async function failImport(ctx: Ctx, input: { importId: string; error: unknown }): Promise<boolean> {
  const { error } = input;
  const told = error instanceof DomainError;
  const forGood = told && error.code !== "CONFLICT";
  const longAgo = lt(imports.startedAt, new Date(ctx.now.getTime() - triedForMs));
  const failed = await ctx.db
    .update(imports)
    .set({ state: "failed", failure: told ? error.refusal : ours, rowsDone: 0, finishedAt: ctx.now })
    .where(and(isRunning(ctx, input.importId), forGood ? undefined : longAgo))
    .returning({ id: imports.id });
  if (failed.length > 0) ctx.nudge("imports", input.importId);
  return failed.length > 0;
}

function isRunning(ctx: Ctx, importId: string): SQL | undefined {
  return and(
    eq(imports.workspaceId, ctx.workspaceId),
    eq(imports.id, importId),
    eq(imports.state, "running"),
  );
}
