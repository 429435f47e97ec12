import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import type { SetPersonalSender } from "./schema.ts";

/** Has questions come from the colleague who knows the customer, by name, or from the company. */
export async function setPersonalSender(ctx: Ctx, { on }: SetPersonalSender): Promise<void> {
  const here = eq(workspaces.id, ctx.workspaceId);
  const told = { personalSender: workspaces.personalSender };
  const [before] = await ctx.db.select(told).from(workspaces).where(here);
  await ctx.db.update(workspaces).set({ personalSender: on }).where(here);
  await recordAct(ctx, "settings.sender_set", { before, after: { personalSender: on } });
}
