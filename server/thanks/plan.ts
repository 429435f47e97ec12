import { isNull } from "drizzle-orm";
import { thankYous } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { findHours } from "./find-hours.ts";
import { dueAtOf } from "./rules.ts";

type Plan = { responseId: string; rule: { id: string; version: number }; changedAt: Date };

/**
 * Plans the thanks for an answer that last changed at `changedAt`, once it has not changed for a while, within the
 * hours in which its customer was asked. Planned again, it is due later; what was put into the outbox once is never
 * planned again.
 */
export async function planThanks(ctx: Ctx, { responseId, rule, changedAt }: Plan): Promise<void> {
  const dueAt = dueAtOf(changedAt, await findHours(ctx, responseId));
  const plan = { ruleId: rule.id, ruleVersion: rule.version, dueAt };
  await ctx.db
    .insert(thankYous)
    .values({ workspaceId: ctx.workspaceId, responseId, ...plan })
    .onConflictDoUpdate({
      target: [thankYous.workspaceId, thankYous.responseId],
      set: { ...plan, leftOutAt: null, leftOutBecause: null },
      setWhere: isNull(thankYous.thankedAt),
    });
}
