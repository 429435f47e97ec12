import { and, eq, sql } from "drizzle-orm";
import { cases, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { tellInstead } from "#server/news/tell-instead.ts";
import { addEvent } from "./add-event.ts";
import { escalationKey, overdueKey } from "./late-keys.ts";
import { leadsToTell } from "./leads-to-tell.ts";
import { clockOf, isOwed } from "./rules.ts";

type Case = typeof cases.$inferSelect;

/**
 * Tells leads of the answers of this workspace that are overdue for as long as it says, at most `most` of them, the
 * longest due first, and who stands in for them; each once, however many workers do this. What is answered or waits for the customer by now is
 * passed over. Returns how many cases were looked at.
 */
export async function escalateDueCases(ctx: Ctx, input: { most: number }): Promise<number> {
  const [workspace] = await ctx.db
    .select({ minutes: workspaces.escalateAfterMinutes })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const due = await ctx.db
    .select()
    .from(cases)
    .where(
      sql`${cases.workspaceId} = ${ctx.workspaceId} AND ${cases.escalateAt} <= ${ctx.now.toISOString()}::timestamptz`,
    )
    .orderBy(cases.escalateAt, cases.id)
    .limit(input.most)
    .for("update", { skipLocked: true });
  for (const one of due) {
    await ctx.db
      .update(cases)
      .set({ escalateAt: null })
      .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
    if (workspace?.minutes !== null && isOwed(clockOf(one, ctx.now))) await escalate(ctx, one);
  }
  return due.length;
}

/** Whom an alert of their own has told already is not told again; the case notes them all the same. */
async function escalate(ctx: Ctx, one: Case): Promise<void> {
  const key = overdueKey(one);
  for (const lead of await leadsToTell(ctx, one)) {
    if (await tellInstead(ctx, { key, userId: lead.id })) {
      await enqueueMail(ctx, {
        kind: "case_alert",
        toAddress: lead.email,
        dedupeKey: escalationKey(key, lead.id),
        caseId: one.id,
        payload: { leadId: lead.id, dueAt: one.dueAt.toISOString() },
      });
    }
    await addEvent(ctx, one.id, "escalated", { to: lead.id });
  }
  ctx.nudge("cases", one.id);
}
