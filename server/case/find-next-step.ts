import { and, eq, isNull } from "drizzle-orm";
import { caseClosures, cases, invitations, responses, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { findDecidingRule } from "#server/rule/decide.ts";
import { findDue } from "./due.ts";
import { decideToOpen, type NextStep, nextStepOf } from "./rules.ts";

/**
 * What happens next with the answer to an invitation, for the customer who gave it: read from its case, or, in the
 * moments before that is opened, from the rule that will open it. Null when nothing is promised, or nothing answered.
 *
 * @param invitationNumber what the link's token names
 */
export async function findNextStep(ctx: Ctx, invitationNumber: number): Promise<NextStep | null> {
  const [found] = await ctx.db
    .select({
      response: responses,
      one: cases,
      closedAt: caseClosures.closedAt,
      assignee: users.name,
    })
    .from(invitations)
    .innerJoin(
      responses,
      and(eq(responses.workspaceId, invitations.workspaceId), eq(responses.invitationId, invitations.id)),
    )
    .leftJoin(
      cases,
      and(eq(cases.workspaceId, invitations.workspaceId), eq(cases.invitationId, invitations.id)),
    )
    .leftJoin(
      caseClosures,
      and(
        eq(caseClosures.workspaceId, cases.workspaceId),
        eq(caseClosures.caseId, cases.id),
        isNull(caseClosures.reopenedAt),
      ),
    )
    .leftJoin(users, eq(users.id, cases.assigneeId))
    .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.number, invitationNumber)));
  if (!found) return null;
  const { response, one, closedAt, assignee } = found;
  return nextStepOf(response, one && { ...one, closedAt, assignee }, {
    now: ctx.now,
    wouldBeDueAt: one ? null : await whenDue(ctx, response),
  });
}

/** When the case will be due that an answer opens; null when it opens none. */
async function whenDue(ctx: Ctx, response: typeof responses.$inferSelect): Promise<Date | null> {
  const rule = await findDecidingRule(ctx, response.id);
  const opens = rule?.actions.opens ?? null;
  if (!decideToOpen({ ...response, caseExists: false, opens }).open) return null;
  return (await findDue(ctx, response.teamId, response.updatedAt, rule?.actions.dueHours)).dueAt;
}
