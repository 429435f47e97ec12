import type { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { requireCase } from "./queries.ts";

/**
 * The case with this id, or the one that has taken it in, for this transaction alone: what comes for a merged case, by its
 * mail address or about its answer, belongs there.
 * @throws NOT_FOUND when it is not here.
 */
export async function requireSurviving(ctx: Ctx, caseId: string): Promise<typeof cases.$inferSelect> {
  const one = await requireCase(ctx, caseId, { lock: true });
  return one.mergedInto ? requireSurviving(ctx, one.mergedInto) : one;
}
