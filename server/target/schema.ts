import { z } from "zod";
import { type Refusal, refusal } from "#server/refusal.ts";
import { Day } from "#server/response/schema.ts";
import { type MetricName, metricNames, metrics } from "./metrics.ts";

/** A period that comes again and again, the present one alone, or days of one's own. */
const periodChoices = [
  "each_month",
  "each_quarter",
  "each_year",
  "month",
  "quarter",
  "year",
  "days",
] as const;
export type PeriodChoice = (typeof periodChoices)[number];

/** Fewer answers than these have no score (PRODUCT.md, Defaults), so a target cannot rest on fewer. */
const leastMinimum = 10;

const wholeNumber = (message: string, from: number, to: number) =>
  z.coerce.number<string | number>(message).int(message).min(from, message).max(to, message);

const goal = z
  .union([z.number(), z.string().trim().min(1, refusal("targetGoal"))])
  .transform((given) => Number(String(given).replace("\u2212", "-")))
  .pipe(z.int(refusal("targetGoal")));

const minimum = wholeNumber(
  refusal("targetMinimum", { least: leastMinimum, most: 1_000_000 }),
  leastMinimum,
  1_000_000,
);
const owner = z.string().min(1, refusal("targetOwner")).max(64);
const reason = z
  .string()
  .trim()
  .min(1, refusal("targetWhy"))
  .max(500, refusal("tooLong", { most: 500 }));

const noDay = z.literal("").transform(() => undefined);

/** A new target: `goal` in points of NPS or whole percent; `from` and `to` are read where the period is "days". */
export const SetTarget = z
  .object({
    metric: z.enum(metricNames as [MetricName, ...MetricName[]], refusal("targetMetric")),
    teamId: z.uuid().nullable().default(null),
    period: z.enum(periodChoices, refusal("targetPeriod")),
    from: z.union([noDay, Day]).optional(),
    to: z.union([noDay, Day]).optional(),
    goal,
    minimum,
    ownerId: owner,
  })
  .superRefine((target, context) => {
    const problem = (field: string, message: Refusal) =>
      context.addIssue({ code: "custom", path: [field], message });
    const { byTeam } = metrics[target.metric];
    const wrong = goalProblem(target.metric, target.goal);
    if (wrong) problem("goal", wrong);
    if (target.teamId && !byTeam) {
      problem("teamId", refusal("targetWhole"));
    }
    if (target.period !== "days") return;
    if (!target.from) problem("from", refusal("firstDay"));
    if (!target.to) problem("to", refusal("lastDay"));
    if (target.from && target.to && target.to < target.from) {
      problem("to", refusal("lastBeforeFirst"));
    }
  });
export type SetTarget = z.infer<typeof SetTarget>;

/** What is wrong with a goal for this metric, in words; null when it is one. */
export function goalProblem(metric: MetricName, value: number): Refusal | null {
  const { least, most } = metrics[metric];
  if (value >= least && value <= most) return null;
  return least < 0 ? refusal("targetNps") : refusal("percentWhole", { from: 1, to: 100 });
}

/** `version` is the one that was seen, so that nobody changes what a colleague has changed meanwhile. */
const seen = z.object({ targetId: z.uuid(), version: z.int().min(1) });

/** What a target is about stays (metric, team, days); what it asks for and who answers for it can change. */
export const ChangeTarget = seen.extend({ goal, minimum, ownerId: owner, reason });
export type ChangeTarget = z.infer<typeof ChangeTarget>;

export const EndTarget = seen.extend({ reason });
export type EndTarget = z.infer<typeof EndTarget>;
