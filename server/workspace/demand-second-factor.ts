import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { members, secondFactorDemands, secondFactors, users } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import type { DemandSecondFactor } from "./schema.ts";

/**
 * Opens the workspace only to people who sign in with a second factor, from their next request on, or to all its members
 * again. To ask for what is so already changes nothing.
 * @throws CONFLICT on `demanded` when the one who demands it has none and would be shut out.
 */
export async function demandSecondFactor(ctx: Ctx, input: DemandSecondFactor): Promise<void> {
  if (!input.demanded) {
    const ended = await ctx.db
      .update(secondFactorDemands)
      .set({ endedAt: ctx.now, endedBy: memberId(ctx.actor) })
      .where(standing(ctx))
      .returning({ id: secondFactorDemands.id });
    if (ended.length > 0) await recordAct(ctx, "settings.factor_free");
    return;
  }
  if (!(await hasFactor(ctx))) throw new DomainError("CONFLICT", refusal("factorFirst"), "demanded");
  const made = await ctx.db
    .insert(secondFactorDemands)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      demandedBy: memberId(ctx.actor),
      demandedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: secondFactorDemands.id });
  if (made.length > 0) await recordAct(ctx, "settings.factor_demanded");
}

/** Whether a second factor is demanded, by whom and since when; and how many of how many members have one. */
export async function getDemand(ctx: Ctx) {
  const [demand] = await ctx.db
    .select({ since: secondFactorDemands.demandedAt, by: users.name })
    .from(secondFactorDemands)
    .leftJoin(users, eq(users.id, secondFactorDemands.demandedBy))
    .where(standing(ctx));
  const [people] = await ctx.db
    .select({ all: count(), have: count(secondFactors.confirmedAt) })
    .from(members)
    .leftJoin(secondFactors, eq(secondFactors.userId, members.userId))
    .where(eq(members.workspaceId, ctx.workspaceId));
  return { demand: demand ?? null, people: people! };
}

const standing = (ctx: Ctx) =>
  and(eq(secondFactorDemands.workspaceId, ctx.workspaceId), isNull(secondFactorDemands.endedAt));

async function hasFactor(ctx: Ctx): Promise<boolean> {
  const mine = and(eq(secondFactors.userId, memberId(ctx.actor) ?? ""), isNotNull(secondFactors.confirmedAt));
  const rows = await ctx.db.select({ id: secondFactors.userId }).from(secondFactors).where(mine);
  return rows.length > 0;
}
