import { and, eq, isNull } from "drizzle-orm";
import { dkimKeys } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { checkDomain } from "./check.ts";
import { makeKey } from "./make-key.ts";
import { requireDomain } from "./queries.ts";
import type { DomainId } from "./schema.ts";

/**
 * Makes a new key under a new selector. The old one goes on signing until DNS publishes the new one.
 * @throws NOT_FOUND, and CONFLICT while a new key waits for its record.
 */
export async function rotateKey(ctx: Ctx, input: DomainId): Promise<void> {
  const { id, domain } = await requireDomain(ctx, input.domainId);
  const keys = await ctx.db
    .select({ selector: dkimKeys.selector, verifiedAt: dkimKeys.verifiedAt, retiredAt: dkimKeys.retiredAt })
    .from(dkimKeys)
    .where(and(eq(dkimKeys.workspaceId, ctx.workspaceId), eq(dkimKeys.domainId, id)));
  if (keys.some(({ verifiedAt, retiredAt }) => !verifiedAt && !retiredAt)) {
    throw new DomainError("CONFLICT", refusal("domainKeyWaits"));
  }
  await makeKey(
    ctx,
    id,
    keys.map(({ selector }) => selector),
  );
  await recordAct(ctx, "settings.key_rotated", { id, label: domain });
  await checkDomain(ctx, { domainId: id });
  ctx.nudge("domains", id);
}

/** Retires the keys that came before the newest one that DNS publishes. */
export async function retireOlderKeys(ctx: Ctx, domainId: string, newest: Date): Promise<void> {
  const older = await ctx.db
    .select({ id: dkimKeys.id, createdAt: dkimKeys.createdAt })
    .from(dkimKeys)
    .where(
      and(
        eq(dkimKeys.workspaceId, ctx.workspaceId),
        eq(dkimKeys.domainId, domainId),
        isNull(dkimKeys.retiredAt),
      ),
    );
  for (const key of older.filter(({ createdAt }) => createdAt < newest)) {
    await ctx.db
      .update(dkimKeys)
      .set({ retiredAt: ctx.now })
      .where(and(eq(dkimKeys.workspaceId, ctx.workspaceId), eq(dkimKeys.id, key.id)));
  }
}
