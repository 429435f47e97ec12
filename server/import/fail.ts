import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Says why an import could not be done; nothing of it is in. */
export async function failImport(ctx: Ctx, input: { importId: string; failure: string }): Promise<void> {
  await ctx.db
    .update(imports)
    .set({ state: "failed", failure: input.failure, finishedAt: ctx.now })
    .where(
      and(
        eq(imports.workspaceId, ctx.workspaceId),
        eq(imports.id, input.importId),
        eq(imports.state, "running"),
      ),
    );
  ctx.nudge("imports", input.importId);
}
