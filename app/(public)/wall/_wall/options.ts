import { z } from "zod";
import { DashboardView } from "#server/dashboard/schema.ts";

const hour = "(?:\\d|1\\d|2[0-3])";

/**
 * How a screen shows its board, as it stands in the address: the theme, the hours with the dark one ("21-7"), seconds
 * between two readings and between two pages (0: all at once), whether it keeps 16:9. What is written wrongly is left
 * out: nobody sits there to read of it.
 */
const BoardOptions = z.object({
  theme: z.enum(["light", "dark", "auto"]).catch("auto").default("auto"),
  night: z
    .string()
    .regex(new RegExp(`^${hour}-${hour}$`))
    .optional()
    .catch(undefined),
  refresh: z.coerce.number().int().min(5).max(3_600).catch(15).default(15),
  rotate: z.coerce.number().int().min(5).max(3_600).catch(0).default(0),
  fit: z.string().optional(),
});
export type BoardOptions = z.infer<typeof BoardOptions>;

/** What the address of a board asks for: the figures of which view, of all groups, and how the screen shows them. */
export function askedOf(url: URL): { view: DashboardView; options: BoardOptions } {
  const asked = { ...Object.fromEntries(url.searchParams), where: url.searchParams.getAll("where") };
  return { view: { ...DashboardView.parse(asked), group: undefined }, options: BoardOptions.parse(asked) };
}
