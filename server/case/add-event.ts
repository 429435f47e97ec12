import { newId } from "#db/id.ts";
import { caseEvents } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";

type Kind = (typeof caseEvents.$inferInsert)["kind"];

/** Appends to a case's history what happened, by whom and when, and in which act (undo.ts), if it was one. */
export async function addEvent(
  ctx: Ctx,
  caseId: string,
  kind: Kind,
  detail: Record<string, string | number | null> = {},
  actId?: string,
): Promise<void> {
  await ctx.db.insert(caseEvents).values({
    workspaceId: ctx.workspaceId,
    id: newId(ctx.now.getTime()),
    caseId,
    kind,
    detail,
    actId,
    actorId: memberId(ctx.actor),
    at: ctx.now,
  });
}
