import { eq } from "drizzle-orm";
import { identityProviders } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { requireProvider } from "./queries.ts";
import type { SwitchProvider } from "./schema.ts";

/**
 * Lets members sign in by the provider, or no longer; nobody must then either.
 * @throws CONFLICT without a provider, or when no sign-in has worked yet with what is set.
 */
export async function switchProvider(ctx: Ctx, { on }: SwitchProvider): Promise<void> {
  const before = await requireProvider(ctx);
  if (on === (before.onAt !== null)) return;
  if (on && !before.triedAt) throw new DomainError("CONFLICT", refusal("providerUntried"));
  const off = { onAt: null, onBy: null, demandedAt: null, demandedBy: null };
  const set = on ? { onAt: ctx.now, onBy: memberId(ctx.actor) } : off;
  await ctx.db.update(identityProviders).set(set).where(eq(identityProviders.workspaceId, ctx.workspaceId));
  await recordAct(ctx, on ? "settings.provider_on" : "settings.provider_off", { label: before.issuer });
}
