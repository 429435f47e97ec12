import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { UpdateSettings } from "./schema.ts";

/** Changes what holds for the whole workspace. An empty postal address is none. Returns the row. */
export async function updateSettings(ctx: Ctx, input: UpdateSettings) {
  const [row] = await ctx.db
    .update(workspaces)
    .set({
      name: input.name,
      locale: input.locale,
      timezone: input.timezone,
      legalGround: input.legalGround,
      postalAddress: input.postalAddress || null,
      gapAnyDays: input.gapAnyDays,
      gapTouchpointDays: input.gapTouchpointDays,
      gapRelationshipDays: input.gapRelationshipDays,
      caseDueHours: input.caseDueHours,
    })
    .where(eq(workspaces.id, ctx.workspaceId))
    .returning();
  return row!;
}
