import { z } from "zod";
import { ResponseFilter } from "#server/response/schema.ts";

export const periods = ["7d", "30d", "90d", "12m", "all"] as const;
export type Period = (typeof periods)[number];

/** What a dashboard shows; it stands in the page's address. `from` and `to` replace the period when both are given. */
export const DashboardView = ResponseFilter.extend({
  period: z.enum(periods).catch("90d").default("90d"),
});
export type DashboardView = z.infer<typeof DashboardView>;

export const NpsQuery = ResponseFilter.pick({ from: true, to: true, survey: true });
export type NpsQuery = z.infer<typeof NpsQuery>;
