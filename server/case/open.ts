import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { announce } from "#server/news/announce.ts";
import { chooseAssignee } from "#server/rule/choose-assignee.ts";
import type { Rule } from "#server/rule/queries.ts";
import { usualActions } from "#server/rule/rules.ts";
import type { RuleActions } from "#server/rule/schema.ts";
import { addEvent } from "./add-event.ts";
import { findDue, teamOf } from "./due.ts";
import { giveTags } from "./tag.ts";
import { tellLead } from "./tell-lead.ts";

type About = {
  responseId: string | null;
  invitationId: string | null;
  contactId: string | null;
  /** Who knows the customer, as it stands on the ask or the answer. */
  employee: string | null;
  /** Who opens it by hand and takes it on. */
  assigneeId?: string | null;
  /** The rule that opens it; without one a case goes to who knows the customer. */
  rule?: Pick<Rule, "id" | "version" | "name" | "actions"> | null;
  score?: number;
  sample?: boolean;
};

/**
 * Opens a case, due by the working time of its team, for whom its rule says or for who opens it by hand, or for who stands
 * in for them; tags it and announces it.
 * Returns it, or null when there is one about the same answer or the same ask already.
 */
export async function openCase(ctx: Ctx, about: About): Promise<typeof cases.$inferSelect | null> {
  const { employee, assigneeId: taker = null, rule = null, score, sample = false } = about;
  const { responseId, invitationId, contactId } = about;
  const actions = rule?.actions ?? usualActions;
  const chosen = taker ? null : await chooseAssignee(ctx, actions, employee);
  const assigneeId = taker ?? chosen?.assigneeId ?? null;
  const [opened] = await ctx.db
    .insert(cases)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      ...{ responseId, invitationId, contactId, assigneeId, sample },
      openedAt: ctx.now,
      ...(await findDue(ctx, await teamOf(ctx, about), ctx.now, actions.dueHours)),
      ...(rule && { ruleId: rule.id, ruleVersion: rule.version }),
      dueHours: actions.dueHours,
    })
    .onConflictDoNothing()
    .returning();
  if (!opened) return null;
  await addEvent(ctx, opened.id, "opened", {
    ...(score === undefined ? {} : { score }),
    ...(chosen?.coversFor ? { coversFor: chosen.coversFor } : {}),
    ...(rule ? { rule: rule.name } : {}),
    assigneeId,
  });
  await giveTags(ctx, opened.id, actions.tagIds);
  await tell(ctx, opened, taker ? null : actions, rule?.name);
  ctx.nudge("cases", opened.id);
  return opened;
}

/**
 * Announces a case, as its assignee's unless its rule wants them left alone, and tells the lead by mail where it says so.
 * @param actions null: somebody opened it by hand
 */
async function tell(
  ctx: Ctx,
  opened: typeof cases.$inferSelect,
  actions: RuleActions | null,
  rule: string | undefined,
): Promise<void> {
  const personId = actions?.tellAssignee === false ? null : opened.assigneeId;
  const { id: caseId } = opened;
  await announce(ctx, { kind: "new_case", caseId, key: `new_case:${caseId}`, personId });
  if (actions?.tellLead && rule) await tellLead(ctx, opened, { rule, told: personId });
}

/** Gives the case of an ask, opened by a reply to it, the answer that came later. Returns its id, or null without one. */
export async function joinCase(
  ctx: Ctx,
  answer: { id: string; invitationId: string | null },
): Promise<string | null> {
  if (!answer.invitationId) return null;
  const [joined] = await ctx.db
    .update(cases)
    .set({ responseId: answer.id })
    .where(
      and(
        eq(cases.workspaceId, ctx.workspaceId),
        eq(cases.invitationId, answer.invitationId),
        isNull(cases.responseId),
      ),
    )
    .returning({ id: cases.id });
  if (joined) ctx.nudge("cases", joined.id);
  return joined?.id ?? null;
}
