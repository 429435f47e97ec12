import { eq } from "drizzle-orm";
import { identityProviders } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { findProvider } from "./queries.ts";

/**
 * Takes the provider away, and with it who is who there.
 * @throws CONFLICT while everybody must sign in by it.
 */
export async function removeProvider(ctx: Ctx): Promise<void> {
  const before = await findProvider(ctx);
  if (!before) return;
  if (before.demandedAt) throw new DomainError("CONFLICT", refusal("providerDemanded"));
  await ctx.db.delete(identityProviders).where(eq(identityProviders.workspaceId, ctx.workspaceId));
  await recordAct(ctx, "settings.provider_removed", { label: before.issuer });
}
