import { subMonths } from "date-fns";
import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { aged } from "./aged.ts";
import { type Kind, kinds } from "./rules.ts";
import type { SetRetention } from "./schema.ts";

/** Of a kind how many would go, and the moment the oldest of them dates from; null when none would. */
export type WouldGo = { kind: Kind; n: number; oldest: Date | null };

/**
 * What would be removed today if these periods held already, without the fourteen days of grace. Removes nothing. A kind
 * that is kept has none.
 */
export async function previewRetention(ctx: Ctx, { periods }: SetRetention): Promise<WouldGo[]> {
  const found: WouldGo[] = [];
  for (const kind of kinds) {
    const months = periods[kind];
    found.push({ kind, ...(months === null ? { n: 0, oldest: null } : await countAged(ctx, kind, months)) });
  }
  return found;
}

async function countAged(ctx: Ctx, kind: Kind, months: number): Promise<Omit<WouldGo, "kind">> {
  const before = sql`${subMonths(ctx.now, months).toISOString()}::timestamptz`;
  const [row] = await ctx.db.execute<{ n: number; oldest: string | null }>(
    sql`SELECT count(*)::int AS n, min(at) AS oldest FROM (${aged[kind](ctx, before)}) AS aged`,
  );
  return { n: row!.n, oldest: row!.oldest === null ? null : new Date(row!.oldest) };
}
