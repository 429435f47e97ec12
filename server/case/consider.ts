import { and, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { caseEvents, cases, members, responses, users, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { addEvent } from "./add-event.ts";
import { alertAssignee } from "./alert-assignee.ts";
import { decideToOpen, dueAt, isEmployee, type OpenDecision } from "./rules.ts";

/**
 * Decides what an answer means for the dialogue and does it, once however often it is run: opens a case
 * for a detractor, due by the workspace's hours, assigned to the employee named on the answer when that is
 * a colleague, who is told by mail. A changed answer is noted in the case that stands. Returns the decision.
 */
export async function considerCase(ctx: Ctx, input: { responseId: string }): Promise<OpenDecision> {
  const [answer] = await ctx.db
    .select({ response: responses, caseId: cases.id })
    .from(responses)
    .leftJoin(cases, and(eq(cases.workspaceId, responses.workspaceId), eq(cases.responseId, responses.id)))
    .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, input.responseId)));
  if (!answer) return { open: false, because: "not_confirmed" };

  const { response, caseId } = answer;
  const decision = decideToOpen({ ...response, caseExists: caseId !== null });
  if (decision.open) await open(ctx, response);
  else if (caseId && response.version > 1) await noteChange(ctx, caseId, response);
  return decision;
}

async function open(ctx: Ctx, response: typeof responses.$inferSelect): Promise<void> {
  const [workspace] = await ctx.db.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  const assigneeId = response.employee ? await colleague(ctx, response.employee) : null;
  const [opened] = await ctx.db
    .insert(cases)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      responseId: response.id,
      contactId: response.contactId,
      assigneeId,
      openedAt: ctx.now,
      dueAt: dueAt(ctx.now, workspace!.caseDueHours, workspace!.timezone),
      sample: response.sample,
    })
    .onConflictDoNothing({ target: [cases.workspaceId, cases.responseId] })
    .returning();
  if (!opened) return;
  await addEvent(ctx, opened.id, "opened", { score: response.score, assigneeId });
  if (assigneeId) await alertAssignee(ctx, opened.id, assigneeId);
  ctx.nudge("cases", opened.id);
}

async function colleague(ctx: Ctx, employee: string): Promise<string | null> {
  const colleagues = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, ctx.workspaceId));
  return colleagues.find((one) => isEmployee(employee, one))?.id ?? null;
}

/** A task may be run twice, so a change is noted once per version. */
async function noteChange(ctx: Ctx, caseId: string, response: typeof responses.$inferSelect): Promise<void> {
  const noted = await ctx.db
    .select({ detail: caseEvents.detail })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.workspaceId, ctx.workspaceId),
        eq(caseEvents.caseId, caseId),
        eq(caseEvents.kind, "score_changed"),
      ),
    );
  if (noted.some(({ detail }) => detail.version === response.version)) return;
  await addEvent(ctx, caseId, "score_changed", { version: response.version, score: response.score });
  ctx.nudge("cases", caseId);
}
