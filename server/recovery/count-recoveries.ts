import { sql } from "drizzle-orm";
import { runOften } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import { answeredChecks, type RecoveryFilter } from "./answered.ts";

/**
 * How many customers answered whether their case is solved, and how many of them say that it is: only "yes" is
 * `recovered`; "partly" and "no" are answered and not recovered. An answer that was changed counts as it stands now,
 * on the day when it was first given.
 */
export async function countRecoveries(
  ctx: Ctx,
  filter: RecoveryFilter,
): Promise<{ answered: number; recovered: number }> {
  const [row] = await runOften<{ answered: number; recovered: number }>(
    ctx.db,
    sql`
    SELECT count(*)::int AS answered, (count(*) FILTER (WHERE answer = 'yes'))::int AS recovered
    FROM (${answeredChecks(ctx, filter)}) AS counted`,
  );
  return { answered: row!.answered, recovered: row!.recovered };
}
