import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { SetLegalDefaults } from "./schema.ts";

/** Changes on what ground new contacts are asked that come without one, and whose law holds where nothing tells. */
export async function setLegalDefaults(ctx: Ctx, { ground, country }: SetLegalDefaults): Promise<void> {
  await ctx.db
    .update(workspaces)
    .set({ legalGround: ground, country })
    .where(eq(workspaces.id, ctx.workspaceId));
}
