import { and, eq } from "drizzle-orm";
import { members } from "#db/schema/index.ts";
import type { Ctx, Sight } from "#server/context.ts";
import { sightAt } from "#server/sight.ts";

/** What a member sees of their workspace; null: everything, and of somebody who works there no longer. */
export async function sightOf(ctx: Ctx, userId: string): Promise<Sight | null> {
  const [row] = await ctx.db
    .select({ sight: sightAt(ctx.now) })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId)));
  return row?.sight ?? null;
}
