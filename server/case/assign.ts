import { and, eq } from "drizzle-orm";
import { cases, members } from "#db/schema/index.ts";
import { beyondSight, type Ctx, memberId } from "#server/context.ts";
import { invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { addEvent } from "./add-event.ts";
import { alertAssignee } from "./alert-assignee.ts";
import type { AssignCase } from "./schema.ts";

/**
 * Gives a case to a colleague, or to nobody, also where the acting member sees it no longer then (list-leaving.ts). Whoever
 * gets it from somebody else is told.
 * @throws NOT_FOUND for a case, INVALID for an assignee, of another workspace.
 */
export async function assignCase(
  ctx: Ctx,
  input: AssignCase,
  actId?: string,
): Promise<{ assigneeId: string | null }> {
  const { assigneeId } = input;
  if (assigneeId) await requireColleague(ctx, assigneeId);
  const [before] = await ctx.db
    .select({ assigneeId: cases.assigneeId })
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, input.caseId)))
    .for("update");
  if (!before) throw notFound("case");
  if (before.assigneeId === assigneeId) return { assigneeId };

  await beyondSight(ctx, async (beyond) => {
    await beyond.db
      .update(cases)
      .set({ assigneeId })
      .where(and(eq(cases.workspaceId, beyond.workspaceId), eq(cases.id, input.caseId)));
    await addEvent(beyond, input.caseId, "assigned", { from: before.assigneeId, to: assigneeId }, actId);
    if (assigneeId && assigneeId !== memberId(beyond.actor))
      await alertAssignee(beyond, input.caseId, assigneeId);
  });
  ctx.nudge("cases", input.caseId);
  return { assigneeId };
}

async function requireColleague(ctx: Ctx, userId: string): Promise<void> {
  const [member] = await ctx.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId)));
  if (!member) throw invalid("assigneeId", refusal("noColleague"));
}
