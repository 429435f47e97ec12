import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { RevokeApiKey } from "./schema.ts";

/**
 * Ends an API key; the next request with it is refused. Revoking twice keeps the first moment.
 *
 * @throws NOT_FOUND when there is no such key here.
 */
export async function revokeApiKey(ctx: Ctx, input: RevokeApiKey): Promise<{ id: string }> {
  const mine = and(eq(apiKeys.workspaceId, ctx.workspaceId), eq(apiKeys.id, input.id));
  const [row] = await ctx.db
    .update(apiKeys)
    .set({ revokedAt: ctx.now })
    .where(and(mine, isNull(apiKeys.revokedAt)))
    .returning({ name: apiKeys.name });
  if (row) await recordAct(ctx, "keys.revoked", { id: input.id, label: row.name });
  else if ((await ctx.db.$count(apiKeys, mine)) === 0) throw notFound("apiKey");
  return { id: input.id };
}
