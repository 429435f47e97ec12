import { sql } from "drizzle-orm";
import { thankYous } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { leaveThanksOut } from "#server/thanks/leave-out.ts";
import { sendThanks } from "#server/thanks/send.ts";
import { findDecidingRule } from "./decide.ts";
import { rulesThatDecide } from "./queries.ts";

/**
 * Thanks for the answers of this workspace that are due, at most `most` of them, the longest due first; each once, however
 * many workers do this: they take turns, or two would thank one customer for two answers at once. The rules that are on decide again about the answer as it stands now; where none thanks for it any
 * more, or something stands against it, it is left out, and kept why. Returns how many were decided; what is not yet, such
 * as an answer that changes at this moment, stays due.
 */
export async function thankDue(ctx: Ctx, input: { most: number }): Promise<number> {
  const key = sql`hashtextextended(${`thanks:${ctx.workspaceId}`}, 0)`;
  const [lock] = await ctx.db.execute<{ mine: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(${key}) AS mine`,
  );
  if (!lock?.mine) return 0;
  const due = await ctx.db
    .select({ responseId: thankYous.responseId, dueAt: thankYous.dueAt })
    .from(thankYous)
    .where(
      sql`${thankYous.workspaceId} = ${ctx.workspaceId} AND ${thankYous.dueAt} <= ${ctx.now.toISOString()}::timestamptz
        AND ${thankYous.thankedAt} IS NULL AND ${thankYous.leftOutAt} IS NULL`,
    )
    .orderBy(thankYous.dueAt, thankYous.responseId)
    .limit(input.most)
    .for("update", { skipLocked: true });
  const rules = due.length > 0 ? await rulesThatDecide(ctx) : [];
  let decided = 0;
  for (const { responseId, dueAt } of due) {
    const rule = await findDecidingRule(ctx, responseId, rules);
    const thanks = rule?.actions.opens === false ? rule.actions.thanks : null;
    if (!rule || !thanks) await leaveThanksOut(ctx, { responseId, because: "changed" });
    else if (!(await sendThanks(ctx, { responseId, dueAt, rule, thanks }))) continue;
    decided += 1;
  }
  return decided;
}
