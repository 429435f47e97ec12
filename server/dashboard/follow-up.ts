import { countReplies } from "#server/case/count-replies.ts";
import type { Ctx } from "#server/context.ts";
import { countRecoveries } from "#server/recovery/count-recoveries.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { isOfTeam } from "./rules.ts";

/**
 * How unhappy customers are cared for: the cases opened on the days of a filter whose answers are what it asks for,
 * and how many of those asked say that their case is solved (by the day of that answer; null where more than days
 * and team narrows, which is not counted).
 */
export async function getFollowUp(ctx: Ctx, filter: ResponseFilter) {
  const [replies, recoveries] = await Promise.all([
    countReplies(ctx, filter),
    isOfTeam(filter) ? countRecoveries(ctx, filter) : null,
  ]);
  return { replies, recoveries };
}
