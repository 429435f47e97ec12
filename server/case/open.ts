import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { cases, members, users } from "#db/schema/index.ts";
import { findStandIn } from "#server/absence/queries.ts";
import type { Ctx } from "#server/context.ts";
import { addEvent } from "./add-event.ts";
import { alertAssignee } from "./alert-assignee.ts";
import { findDue, teamOf } from "./due.ts";
import { isEmployee } from "./rules.ts";

type About = {
  responseId: string | null;
  invitationId: string | null;
  contactId: string | null;
  /** Who knows the customer, as it stands on the ask or the answer. */
  employee: string | null;
  /** Who opens it by hand and takes it on; needs no mail about it. */
  assigneeId?: string | null;
  score?: number;
  sample?: boolean;
};

/**
 * Opens a case, due by the working time of its team, assigned to the colleague who knows the customer, or to who stands in
 * for them, who is told by mail.
 * Returns it, or null when there is one about the same answer or the same ask already.
 */
export async function openCase(ctx: Ctx, about: About): Promise<typeof cases.$inferSelect | null> {
  const {
    employee,
    assigneeId: taker = null,
    score,
    sample = false,
    responseId,
    invitationId,
    contactId,
  } = about;
  const known = employee && !taker ? await colleague(ctx, employee) : null;
  const assigneeId = taker ?? (known && ((await findStandIn(ctx, known))?.id ?? known));
  const [opened] = await ctx.db
    .insert(cases)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      responseId,
      invitationId,
      contactId,
      assigneeId,
      openedAt: ctx.now,
      ...(await findDue(ctx, await teamOf(ctx, about), ctx.now)),
      sample,
    })
    .onConflictDoNothing()
    .returning();
  if (!opened) return null;
  await addEvent(ctx, opened.id, "opened", {
    ...(score === undefined ? {} : { score }),
    ...(known && known !== assigneeId ? { coversFor: known } : {}),
    assigneeId,
  });
  if (assigneeId && !taker) await alertAssignee(ctx, opened.id, assigneeId);
  ctx.nudge("cases", opened.id);
  return opened;
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

async function colleague(ctx: Ctx, employee: string): Promise<string | null> {
  const colleagues = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, ctx.workspaceId));
  return colleagues.find((one) => isEmployee(employee, one))?.id ?? null;
}
