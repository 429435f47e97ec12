import type { Ctx } from "#server/context.ts";
import { metrics } from "./metrics.ts";
import type { KnownTarget } from "./queries.ts";
import {
  type Days,
  daysBefore,
  expectedOf,
  heldOn,
  paceDays,
  type Standing,
  sizeOf,
  standingOf,
  uncertaintyOf,
} from "./rules.ts";

export type PeriodStanding = {
  period: Days;
  /** What the target asked for in this period: by its last day, or now. */
  goal: number;
  minimum: number;
  standing: Standing;
  /** The ends of the figure's 95 % interval in points or percent; null of nothing. */
  low: number | null;
  high: number | null;
};

/** How a target stands, or stood, in one of its periods, from the answers and cases there are now. */
export async function readStanding(
  ctx: Ctx,
  target: KnownTarget,
  period: Days,
  today: string,
): Promise<PeriodStanding> {
  const { goal, minimum } = heldOn(target.versions, period.to);
  const { read } = metrics[target.metric];
  const team = target.teamId ?? undefined;
  const until = period.to < today ? period.to : today;
  const running = period.from <= today && period.to > today;
  const [figure, lately] = await Promise.all([
    read(ctx, { from: period.from, to: until, team }),
    running ? read(ctx, { from: daysBefore(today, paceDays - 1), to: today, team }) : null,
  ]);
  const expected = expectedOf(period, today, lately ? sizeOf(lately) : 0, figure.pending);
  const standing = standingOf({ goal, minimum }, period, today, figure, expected);
  const interval = uncertaintyOf(figure);
  return { period, goal, minimum, standing, low: interval?.low ?? null, high: interval?.high ?? null };
}
