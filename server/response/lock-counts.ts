import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

const key = (ctx: Ctx) => sql`hashtextextended(${`counts/${ctx.workspaceId}`}, 0)`;

/** Until the transaction ends, nobody else folds or recounts the counters of this workspace; waits for who does. */
export async function lockCounts(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`SELECT pg_advisory_xact_lock(${key(ctx)})`);
}

/** The same without waiting: false while somebody else does. */
export async function tryLockCounts(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db.execute<{ mine: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(${key(ctx)}) AS mine`,
  );
  return row!.mine;
}
