import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import type { SetLegalDefaults } from "./schema.ts";

/** Changes on what ground new contacts are asked that come without one, and whose law holds where nothing tells. */
export async function setLegalDefaults(ctx: Ctx, { ground, country }: SetLegalDefaults): Promise<void> {
  const here = eq(workspaces.id, ctx.workspaceId);
  const [before] = await ctx.db
    .select({ ground: workspaces.legalGround, country: workspaces.country })
    .from(workspaces)
    .where(here);
  await ctx.db.update(workspaces).set({ legalGround: ground, country }).where(here);
  await recordAct(ctx, "privacy.defaults_set", { before, after: { ground, country } });
}
