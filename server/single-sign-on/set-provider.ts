import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { identityProviders } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { findProvider, secretUse } from "./queries.ts";
import type { SetProvider } from "./schema.ts";

/**
 * Writes down the company's provider. Another issuer or client is another provider: it has to be tried anew, and until
 * then nobody signs in by it. The secret is never shown again. Returns whether it is another.
 * @throws INVALID on `secret` when there is none yet, CONFLICT while everybody must sign in by the provider there is.
 */
export async function setProvider(ctx: Ctx, input: SetProvider): Promise<{ isOther: boolean }> {
  const { issuer, clientId, secret } = input;
  const before = await findProvider(ctx);
  if (!before && !secret) throw invalid("secret", refusal("providerSecret"));
  const isOther = !before || before.issuer !== issuer || before.clientId !== clientId;
  if (isOther && before && !secret) throw invalid("secret", refusal("providerOtherSecret"));
  if (isOther && before?.demandedAt) throw new DomainError("CONFLICT", refusal("providerDemanded"));
  const kept = secret ? { secret: ctx.tokens.encrypt(secretUse, Buffer.from(secret)) } : {};
  const set = { issuer, clientId, setAt: ctx.now, setBy: memberId(ctx.actor), ...kept };
  const untried = { triedAt: null, triedBy: null, problem: null, onAt: null, onBy: null };
  if (before)
    await ctx.db
      .update(identityProviders)
      .set(isOther ? { ...set, ...untried } : set)
      .where(eq(identityProviders.workspaceId, ctx.workspaceId));
  else
    await ctx.db.insert(identityProviders).values({
      ...set,
      secret: kept.secret!,
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
    });
  await recordAct(ctx, "settings.provider_set", {
    label: issuer,
    before: before ? { issuer: before.issuer, clientId: before.clientId } : undefined,
    after: { issuer, clientId, ...(secret ? { secret: "changed" } : {}) },
  });
  return { isOther };
}
