import { and, eq, sql } from "drizzle-orm";
import { apiKeys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { RevokeApiKey } from "./schema.ts";

/**
 * Ends an API key; the next request with it is refused. Revoking twice keeps the first moment.
 *
 * @throws NOT_FOUND when there is no such key here.
 */
export async function revokeApiKey(ctx: Ctx, input: RevokeApiKey): Promise<{ id: string }> {
  const [row] = await ctx.db
    .update(apiKeys)
    .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, ${ctx.now.toISOString()}::timestamptz)` })
    .where(and(eq(apiKeys.workspaceId, ctx.workspaceId), eq(apiKeys.id, input.id)))
    .returning({ id: apiKeys.id });
  if (!row) throw notFound("API key");
  return row;
}
