import { and, asc, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import { caseRuleChanges, caseRules, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { Conditions, RuleActions } from "./schema.ts";

/** A rule that stands, as everything here reads it. */
export type Rule = Omit<typeof caseRules.$inferSelect, "workspaceId" | "conditions" | "actions"> & {
  conditions: Conditions;
  actions: RuleActions;
};

/** The rules that stand, in their order; the one that is on and comes first decides. */
export const listRules = (ctx: Ctx): Promise<Rule[]> => standing(ctx);

/** Those of them that are on. */
export const rulesThatDecide = (ctx: Ctx): Promise<Rule[]> => standing(ctx, isNotNull(caseRules.onAt));

/** The rule with this id. @throws NOT_FOUND when it is not here, or was ended. */
export async function requireRule(ctx: Ctx, ruleId: string): Promise<Rule> {
  const [rule] = await standing(ctx, eq(caseRules.id, ruleId));
  if (!rule) throw notFound("rule");
  return rule;
}

async function standing(ctx: Ctx, where?: SQL): Promise<Rule[]> {
  const rows = await ctx.db
    .select()
    .from(caseRules)
    .where(and(eq(caseRules.workspaceId, ctx.workspaceId), isNull(caseRules.endedAt), where))
    .orderBy(asc(caseRules.place), asc(caseRules.id));
  return rows.map(({ workspaceId: _, conditions, actions, ...rule }) => ({
    ...rule,
    conditions: Conditions.parse(conditions),
    actions: RuleActions.parse(actions),
  }));
}

/** What happened to a rule, oldest first; `by` is null where nobody did it, or where they no longer work here. */
export async function listChanges(ctx: Ctx, { ruleId }: { ruleId: string }) {
  const rows = await ctx.db
    .select({
      version: caseRuleChanges.version,
      kind: caseRuleChanges.kind,
      at: caseRuleChanges.at,
      by: users.name,
    })
    .from(caseRuleChanges)
    .leftJoin(users, eq(users.id, caseRuleChanges.changedBy))
    .where(and(eq(caseRuleChanges.workspaceId, ctx.workspaceId), eq(caseRuleChanges.ruleId, ruleId)))
    .orderBy(asc(caseRuleChanges.version));
  return rows;
}
