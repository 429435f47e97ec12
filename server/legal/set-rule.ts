import { and, eq } from "drizzle-orm";
import { legalRules } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import type { SetLegalRule } from "./schema.ts";

/** Changes what holds in a country for this workspace, or goes back to what Svar proposes. It holds for mails chosen from now on. */
export async function setLegalRule(ctx: Ctx, { country, rule }: SetLegalRule): Promise<void> {
  const here = and(eq(legalRules.workspaceId, ctx.workspaceId), eq(legalRules.country, country));
  if (!rule) {
    await ctx.db.delete(legalRules).where(here);
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
}
