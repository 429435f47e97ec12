import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/**
 * Removes a demonstration workspace with everything in it; the database's foreign keys take the rest along.
 * @throws FORBIDDEN when the workspace is a real one.
 */
export async function removeSample(ctx: Ctx): Promise<void> {
  const [workspace] = await ctx.db
    .select({ sampleLoadedAt: workspaces.sampleLoadedAt })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  if (!workspace?.sampleLoadedAt) {
    throw new DomainError("FORBIDDEN", refusal("notSampleData"));
  }
  await ctx.db.delete(workspaces).where(eq(workspaces.id, ctx.workspaceId));
}
