import { and, eq, isNull } from "drizzle-orm";
import { caseRuleChanges, caseRules } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { requireRule } from "./queries.ts";
import type { SeenRule } from "./schema.ts";

type Row = typeof caseRules.$inferSelect;
type Kind = (typeof caseRuleChanges.$inferInsert)["kind"];

/**
 * Writes `changes` where the rule is still at the version that was seen, and keeps what it is now in its log. Returns it.
 * @throws NOT_FOUND when it is not here or was ended, CONFLICT when it was changed since it was seen.
 */
export async function nextVersion(
  ctx: Ctx,
  { ruleId, version }: SeenRule,
  kind: Kind,
  changes: Partial<typeof caseRules.$inferInsert>,
): Promise<Row> {
  const [row] = await ctx.db
    .update(caseRules)
    .set({ ...changes, version: version + 1 })
    .where(
      and(
        eq(caseRules.workspaceId, ctx.workspaceId),
        eq(caseRules.id, ruleId),
        eq(caseRules.version, version),
        isNull(caseRules.endedAt),
      ),
    )
    .returning();
  if (row) {
    await keepVersion(ctx, row, kind);
    return row;
  }
  await requireRule(ctx, ruleId);
  throw new DomainError("CONFLICT", refusal("ruleChanged"));
}

/** Keeps a rule as it is now in its log: who made it so, and when. */
export async function keepVersion(ctx: Ctx, rule: Row, kind: Kind): Promise<void> {
  const { id: ruleId, version, place, name, conditions, actions } = rule;
  await ctx.db.insert(caseRuleChanges).values({
    workspaceId: ctx.workspaceId,
    ...{ ruleId, version, kind, place, name, conditions, actions },
    changedBy: memberId(ctx.actor),
    at: ctx.now,
  });
  await recordAct(ctx, `rules.${kind}`, { id: ruleId, label: name, after: { version } });
}
