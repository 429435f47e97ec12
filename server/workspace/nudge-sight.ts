import type { Ctx } from "#server/context.ts";
import { everybodys } from "#server/live/events.ts";

/** Has every open page ask anew for what may be seen differently now. */
export function nudgeSight(ctx: Ctx): void {
  for (const kind of ["cases", "responses", "contacts", "campaigns"] as const) ctx.nudge(kind, everybodys);
}
