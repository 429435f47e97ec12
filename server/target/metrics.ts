import { countInTime } from "#server/case/count-replies.ts";
import type { Ctx } from "#server/context.ts";
import { countRecoveries } from "#server/recovery/count-recoveries.ts";
import { countResponses, pooled } from "#server/response/count.ts";
import { countAsked } from "#server/response/count-asked.ts";
import type { Days, Figure } from "./rules.ts";

/** What is measured: some days of the whole, or of one team. */
type Part = Days & { team?: string | undefined };

type Metric = {
  /** The goals that make sense, in points or whole percent. */
  least: number;
  most: number;
  /** Whether it is counted team by team. */
  byTeam: boolean;
  /** The figure of some days, and how many of what belongs to them is still under way, so that it may change. */
  read(ctx: Ctx, part: Part): Promise<Figure & { pending: number }>;
};

/** Everything a target can be about. */
export const metrics = {
  nps: {
    least: -100,
    most: 100,
    byTeam: true,
    async read(ctx, part) {
      return { counts: pooled(await countResponses(ctx, part, "month")), pending: 0 };
    },
  },
  /** Of those asked by mail on these days; who was asked is not counted by team. */
  response_rate: {
    least: 1,
    most: 100,
    byTeam: false,
    async read(ctx, { from, to }) {
      const { sent, answered } = await countAsked(ctx, { from, to });
      return { share: { count: answered, of: sent }, pending: 0 };
    },
  },
  /** Of the cases opened on these days: those replied to, and those whose reply is overdue. */
  first_reply: {
    least: 1,
    most: 100,
    byTeam: true,
    async read(ctx, part) {
      const { inTime, late, pending } = await countInTime(ctx, part);
      return { share: { count: inTime, of: inTime + late }, pending };
    },
  },
  /** Of the customers who answered on these days whether their closed case is solved. */
  recovery: {
    least: 1,
    most: 100,
    byTeam: true,
    async read(ctx, part) {
      const { answered, recovered } = await countRecoveries(ctx, part);
      return { share: { count: recovered, of: answered }, pending: 0 };
    },
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;
export const metricNames = Object.keys(metrics) as MetricName[];
