import type { Ctx } from "#server/context.ts";
import type { Counts } from "#server/nps/groups.ts";
import { countInEach, pooled } from "#server/response/count.ts";
import { ResponseFilter } from "#server/response/schema.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { groupVerdictOf } from "./group-verdict.ts";
import { beforeOf, daysOf, verdictOf } from "./rules.ts";
import type { DashboardView } from "./schema.ts";

/**
 * What a dashboard says first, read for itself: the counts, those of the days it is compared with, and what may be
 * said of the difference, each as `getDashboard` has it.
 */
export async function getHeadline(ctx: Ctx, view: DashboardView) {
  const { shown, length, bucket } = daysOf(view, ctx.now, await timezoneOf(ctx));
  const compared = beforeOf(view, shown, length);
  const before = compared === "overlaps" ? null : compared;
  const filter = { ...ResponseFilter.parse(view), ...shown, group: undefined };
  const [counted] = await countInEach(ctx, filter, [bucket], before);
  const counts = pooled(counted!.shown);
  const countsBefore = before && pooled(counted!.before);
  return {
    days: shown,
    counts,
    compared,
    before: countsBefore,
    verdict: verdictIn(view, counts, countsBefore),
  };
}

/** What may be said of a view: of its score, or of the share of the group that it is narrowed to. */
export const verdictIn = ({ group }: DashboardView, counts: Counts, before: Counts | null) =>
  group ? groupVerdictOf(group, counts, before) : verdictOf(counts, before);
