import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import type { SetEscalation } from "./schema.ts";

/** Says when leads are told of overdue answers: of cases that open or come back from now on; turned off, of none at all. */
export async function setEscalation(ctx: Ctx, { minutes }: SetEscalation): Promise<void> {
  const here = eq(workspaces.id, ctx.workspaceId);
  const [was] = await ctx.db
    .select({ minutes: workspaces.escalateAfterMinutes })
    .from(workspaces)
    .where(here);
  await ctx.db.update(workspaces).set({ escalateAfterMinutes: minutes }).where(here);
  await recordAct(ctx, "settings.escalation_set", { before: was, after: { minutes } });
}
