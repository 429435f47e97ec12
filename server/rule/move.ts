import { and, eq, isNull } from "drizzle-orm";
import { caseRules } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { nextVersion } from "./next-version.ts";
import { listRules, requireRule } from "./queries.ts";
import type { MoveRule } from "./schema.ts";

/**
 * Lets a rule be asked before the one above it, or after the one below it. Returns its place now, from 1, and how many
 * there are; at the end of the list it stays where it is.
 * @throws NOT_FOUND for one that is not here or was ended.
 */
export async function moveRule(ctx: Ctx, { ruleId, to }: MoveRule): Promise<{ place: number; of: number }> {
  await ctx.db
    .select({ id: caseRules.id })
    .from(caseRules)
    .where(and(eq(caseRules.workspaceId, ctx.workspaceId), isNull(caseRules.endedAt)))
    .orderBy(caseRules.id)
    .for("update");
  const { version } = await requireRule(ctx, ruleId);
  const rules = await listRules(ctx);
  const from = rules.findIndex(({ id }) => id === ruleId);
  const at = from + (to === "up" ? -1 : 1);
  if (at < 0 || at >= rules.length) return { place: from + 1, of: rules.length };
  const ordered = rules.toSpliced(from, 1).toSpliced(at, 0, rules[from]!);
  for (const [index, { id, place }] of ordered.entries()) {
    if (id === ruleId || place === index + 1) continue;
    await ctx.db
      .update(caseRules)
      .set({ place: index + 1 })
      .where(and(eq(caseRules.workspaceId, ctx.workspaceId), eq(caseRules.id, id)));
  }
  await nextVersion(ctx, { ruleId, version }, "moved", { place: at + 1 });
  return { place: at + 1, of: rules.length };
}
