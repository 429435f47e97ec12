import { and, eq } from "drizzle-orm";
import { caseRuleChanges, cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { listTemplates, type Template } from "#server/template/queries.ts";
import { RuleActions } from "./schema.ts";

/**
 * The texts that the rule which opened a case suggests for the reply, as it was then: the same in several languages. None
 * where no rule opened it, or it suggests none, or that is offered no more.
 */
export async function suggestTemplates(ctx: Ctx, { caseId }: { caseId: string }): Promise<Template[]> {
  const [found] = await ctx.db
    .select({ actions: caseRuleChanges.actions })
    .from(cases)
    .innerJoin(
      caseRuleChanges,
      and(
        eq(caseRuleChanges.workspaceId, cases.workspaceId),
        eq(caseRuleChanges.ruleId, cases.ruleId),
        eq(caseRuleChanges.version, cases.ruleVersion),
      ),
    )
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, caseId)));
  const templateId = found ? RuleActions.parse(found.actions).templateId : null;
  if (!templateId) return [];
  const templates = await listTemplates(ctx);
  const name = templates.find(({ id }) => id === templateId)?.name.toLowerCase();
  return templates.filter((one) => one.name.toLowerCase() === name);
}
