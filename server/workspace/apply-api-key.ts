import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { hashApiKey } from "#server/token/api-key.ts";

/** The id of the key of this workspace that `key` is, or null when it is none or was revoked. Its last use is noted once a minute. */
export async function applyApiKey(ctx: Ctx, key: string): Promise<string | null> {
  const mine = and(
    eq(apiKeys.workspaceId, ctx.workspaceId),
    eq(apiKeys.hash, hashApiKey(key)),
    isNull(apiKeys.revokedAt),
  );
  const [row] = await ctx.db
    .select({ id: apiKeys.id, lastUsedAt: apiKeys.lastUsedAt })
    .from(apiKeys)
    .where(mine);
  if (row && ctx.now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > 60_000) {
    await ctx.db.update(apiKeys).set({ lastUsedAt: ctx.now }).where(mine);
  }
  return row?.id ?? null;
}
