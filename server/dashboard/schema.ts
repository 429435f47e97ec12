import { z } from "zod";
import { ResponseFilter } from "#server/response/schema.ts";

export const periods = ["7d", "30d", "90d", "12m", "all"] as const;
export type Period = (typeof periods)[number];

export const steps = ["week", "month"] as const;

/**
 * What a dashboard shows; it stands in the page's address. `from` and `to` replace the period when both are
 * given, in either order. `by` cuts the trend; without it the length of the period does.
 */
export const DashboardView = ResponseFilter.extend({
  period: z.enum(periods).catch("90d").default("90d"),
  by: z.enum(steps).optional().catch(undefined),
}).transform(({ from, to, attribute, value, ...view }) => ({
  ...view,
  ...(from && to ? (from <= to ? { from, to } : { from: to, to: from }) : {}),
  ...(attribute && value ? { attribute, value } : {}),
}));
export type DashboardView = z.infer<typeof DashboardView>;

/** The API's figures: days both included, and a survey. */
export const NpsQuery = ResponseFilter.pick({ from: true, to: true, survey: true });
export type NpsQuery = z.infer<typeof NpsQuery>;
