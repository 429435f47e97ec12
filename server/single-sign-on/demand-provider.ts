import { and, eq } from "drizzle-orm";
import { identityProviders, members } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { provenDomains, requireProvider } from "./queries.ts";
import type { DemandProvider } from "./schema.ts";

/**
 * Demands of everybody whose address is of a proven domain that they sign in by the provider, but for the administrator
 * `keptId`, who can help when the provider fails; or demands it no longer.
 * @throws CONFLICT while it is off or no domain is proven, INVALID on `keptId` for whoever is no administrator here.
 */
export async function demandProvider(ctx: Ctx, { demanded, keptId }: DemandProvider): Promise<void> {
  const before = await requireProvider(ctx);
  if (!demanded) {
    if (!before.demandedAt) return;
    await ctx.db
      .update(identityProviders)
      .set({ demandedAt: null, demandedBy: null, keptId: null })
      .where(eq(identityProviders.workspaceId, ctx.workspaceId));
    return recordAct(ctx, "settings.provider_free", { label: before.issuer });
  }
  if (!before.onAt) throw new DomainError("CONFLICT", refusal("providerOff"));
  if ((await provenDomains(ctx)).length === 0)
    throw new DomainError("CONFLICT", refusal("companyDomainProve"));
  const [kept] = await ctx.db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, keptId)));
  if (kept?.role !== "admin") throw invalid("keptId", refusal("keptAdmin"));
  if (before.demandedAt && before.keptId === keptId) return;
  await ctx.db
    .update(identityProviders)
    .set({ demandedAt: before.demandedAt ?? ctx.now, demandedBy: memberId(ctx.actor), keptId })
    .where(eq(identityProviders.workspaceId, ctx.workspaceId));
  await recordAct(ctx, "settings.provider_demanded", { label: before.issuer, after: { keptId } });
}
