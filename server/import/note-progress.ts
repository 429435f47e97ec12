import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Says how far a running import has come, in a transaction of its own, so that it can be watched. */
export async function noteProgress(ctx: Ctx, input: { importId: string; rowsDone: number }): Promise<void> {
  await ctx.db
    .update(imports)
    .set({ rowsDone: input.rowsDone })
    .where(
      and(
        eq(imports.workspaceId, ctx.workspaceId),
        eq(imports.id, input.importId),
        eq(imports.state, "running"),
      ),
    );
  ctx.nudge("imports", input.importId);
}
