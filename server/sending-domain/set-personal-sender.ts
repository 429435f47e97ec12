import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { SetPersonalSender } from "./schema.ts";

/** Has questions come from the colleague who knows the customer, by name, or from the company. */
export async function setPersonalSender(ctx: Ctx, { on }: SetPersonalSender): Promise<void> {
  await ctx.db.update(workspaces).set({ personalSender: on }).where(eq(workspaces.id, ctx.workspaceId));
}
