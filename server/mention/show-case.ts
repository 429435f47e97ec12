import { caseSights } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Lets a colleague see a case from now on, whatever its team, because of a note or a promise (`byId`). */
export async function showCase(
  ctx: Ctx,
  sight: { caseId: string; userId: string; byId: string },
): Promise<void> {
  await ctx.db
    .insert(caseSights)
    .values({ ...sight, workspaceId: ctx.workspaceId, at: ctx.now })
    .onConflictDoNothing();
}
