import { z } from "zod";
import { Day, optional, ResponseFilter } from "#server/response/schema.ts";

export const periods = ["7d", "30d", "90d", "12m", "all"] as const;
export type Period = (typeof periods)[number];

export const steps = ["week", "month"] as const;

/** What the period is compared with: as many days just before, the same weekdays a year earlier, days of one's own, nothing. */
export const comparisons = ["previous", "year", "dates", "none"] as const;

/**
 * What a dashboard shows; it stands in the page's address. `from` and `to` replace the period when both are
 * given, in either order; so do `compareFrom` and `compareTo` for the days to compare with. `by` cuts the trend;
 * without it the length of the period does. `cut` is what the answers are laid side by side by: "team",
 * "attribute:Country".
 */
export const DashboardView = ResponseFilter.extend({
  period: z.enum(periods).catch("90d").default("90d"),
  by: optional(z.enum(steps)),
  compare: optional(z.enum(comparisons)),
  compareFrom: optional(Day),
  compareTo: optional(Day),
  cut: optional(z.string().min(1).max(120)),
}).transform(({ from, to, compareFrom, compareTo, ...view }) => ({
  ...view,
  ...(from && to ? (from <= to ? { from, to } : { from: to, to: from }) : {}),
  ...(view.compare === "dates" && compareFrom && compareTo
    ? { compareFrom: [compareFrom, compareTo].sort()[0], compareTo: [compareFrom, compareTo].sort()[1] }
    : {}),
}));
export type DashboardView = z.infer<typeof DashboardView>;
