import { z } from "zod";
import { periods, steps } from "#server/dashboard/schema.ts";
import { Day, optional } from "#server/response/schema.ts";

/**
 * What the figures of cases are told of; it stands in the page's address. `from` and `to` replace the period when both
 * are given, in either order; `by` cuts it, without it the length of the period does.
 */
export const FiguresView = z
  .object({
    period: z.enum(periods).catch("90d").default("90d"),
    from: optional(Day),
    to: optional(Day),
    by: optional(z.enum(steps)),
    team: optional(z.uuid()),
  })
  .transform(({ from, to, ...view }) => ({
    ...view,
    ...(from && to ? (from <= to ? { from, to } : { from: to, to: from }) : {}),
  }));
export type FiguresView = z.infer<typeof FiguresView>;
