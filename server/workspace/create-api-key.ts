import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { apiKeys, workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { hashApiKey, newApiKey } from "#server/token/api-key.ts";
import type { CreateApiKey } from "./schema.ts";

/** Makes a key for programs. Returns it as text, which is shown this once; only its SHA-256 is kept. */
export async function createApiKey(ctx: Ctx, input: CreateApiKey): Promise<{ id: string; key: string }> {
  const [workspace] = await ctx.db
    .select({ key: workspaces.key })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const key = newApiKey(workspace!.key);
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(apiKeys).values({
    workspaceId: ctx.workspaceId,
    id,
    name: input.name,
    hash: hashApiKey(key),
    lastFour: key.slice(-4),
    createdBy: memberId(ctx.actor),
    createdAt: ctx.now,
  });
  await recordAct(ctx, "keys.made", { id, label: input.name });
  return { id, key };
}
