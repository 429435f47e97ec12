import { and, eq } from "drizzle-orm";
import { legalRules } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import type { SetLegalRule } from "./schema.ts";

/** Changes what holds in a country for this workspace, or goes back to what Svar proposes. It holds for mails chosen from now on. */
export async function setLegalRule(ctx: Ctx, { country, rule }: SetLegalRule): Promise<void> {
  const here = and(eq(legalRules.workspaceId, ctx.workspaceId), eq(legalRules.country, country));
  const told = { accepts: legalRules.accepts, reason: legalRules.reason };
  const [before = {}] = await ctx.db.select(told).from(legalRules).where(here);
  if (!rule) {
    const [gone] = await ctx.db.delete(legalRules).where(here).returning({ country: legalRules.country });
    if (gone) await recordAct(ctx, "privacy.ground_reset", { id: country, label: country, before });
    return;
  }
  const change = {
    accepts: [...new Set(rule.accepts)],
    reason: rule.reason,
    updatedAt: ctx.now,
    updatedBy: memberId(ctx.actor),
  };
  await ctx.db
    .insert(legalRules)
    .values({ workspaceId: ctx.workspaceId, country, ...change })
    .onConflictDoUpdate({ target: [legalRules.workspaceId, legalRules.country], set: change });
  const after = { accepts: change.accepts, reason: change.reason };
  await recordAct(ctx, "privacy.ground_set", { id: country, label: country, before, after });
}
