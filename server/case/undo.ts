import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { caseClosures, caseEvents, cases } from "#db/schema/index.ts";
import { beyondSight, type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { callOffNews } from "#server/news/call-off.ts";
import { cancelChecks } from "#server/recovery/cancel.ts";
import { addEvent } from "./add-event.ts";
import { alertKey } from "./alert-assignee.ts";
import { requireCase } from "./queries.ts";
import type { CaseState } from "./rules.ts";
import type { UndoAct } from "./schema.ts";
import { turnTag } from "./tag.ts";
import { takeApart } from "./take-apart.ts";

type Event = typeof caseEvents.$inferSelect;
type Case = typeof cases.$inferSelect;

/**
 * Takes back what the acting member did to some cases (act.ts), wherever nothing of the kind has been done since, by
 * anybody: that stays. What they gave away and see no longer comes back too. Returns the cases that are as they were, and
 * those left as they are.
 * @throws NOT_FOUND for an act of somebody else or of another workspace.
 */
export function undoAct(ctx: Ctx, input: UndoAct): Promise<Undone> {
  return beyondSight(ctx, (beyond) => undoOwn(beyond, input));
}

type Undone = { undone: string[]; left: string[] };

async function undoOwn(ctx: Ctx, input: UndoAct): Promise<Undone> {
  const events = await ctx.db
    .select()
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.workspaceId, ctx.workspaceId),
        eq(caseEvents.actId, input.actId),
        eq(caseEvents.actorId, memberId(ctx.actor) ?? ""),
        ne(caseEvents.kind, "undone"),
      ),
    )
    .orderBy(caseEvents.caseId);
  if (events.length === 0) throw notFound("change");
  const undone: string[] = [];
  const left: string[] = [];
  for (const event of events) {
    const one = await requireCase(ctx, event.caseId, { lock: true });
    const happened = (await isLast(ctx, event)) && (await takeBack(ctx, one, event));
    (happened ? undone : left).push(one.id);
    if (!happened) continue;
    await addEvent(ctx, one.id, "undone", { of: event.kind }, input.actId);
    ctx.nudge("cases", one.id);
  }
  return { undone, left };
}

/** Whether this is the last of its kind that happened to the case, but for what was taken back. */
async function isLast(ctx: Ctx, event: Event): Promise<boolean> {
  const [last] = await ctx.db.execute<{ id: string }>(sql`
    SELECT e.id FROM case_events e
    WHERE e.workspace_id = ${ctx.workspaceId} AND e.case_id = ${event.caseId} AND e.kind = ${event.kind}
      AND e.detail ->> 'tagId' IS NOT DISTINCT FROM ${event.detail.tagId ?? null}::text
      AND NOT EXISTS (SELECT FROM case_events taken WHERE taken.workspace_id = e.workspace_id
        AND taken.act_id = e.act_id AND taken.case_id = e.case_id AND taken.kind = 'undone')
    ORDER BY e.at DESC, e.id DESC LIMIT 1`);
  return last?.id === event.id;
}

/** Whether the case is as it was before `event`; false when it has become something else. */
async function takeBack(ctx: Ctx, one: Case, { kind, detail, at }: Event): Promise<boolean> {
  const here = and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id));
  if (kind === "assigned") {
    if (one.assigneeId !== detail.to) return false;
    await ctx.db
      .update(cases)
      .set({ assigneeId: textOf(detail.from) })
      .where(here);
    if (one.assigneeId) await callOffNews(ctx, alertKey(one.id, one.assigneeId, at));
    return true;
  }
  if (kind === "tagged" || kind === "untagged") {
    return turnTag(ctx, one, { id: String(detail.tagId), given: kind === "tagged" });
  }
  if (kind === "merged") return takeApart(ctx, one, String(detail.mergeId));
  if (one.state !== kind || (kind === "closed" && !(await endClosure(ctx, one, at)))) return false;
  await ctx.db
    .update(cases)
    .set({ state: detail.was as CaseState, snoozedUntil: detail.wasUntil ? new Date(detail.wasUntil) : null })
    .where(here);
  return true;
}

async function endClosure(ctx: Ctx, one: Case, closedAt: Date): Promise<boolean> {
  const ended = await ctx.db
    .update(caseClosures)
    .set({ reopenedAt: ctx.now, reopenedBy: memberId(ctx.actor), takenBackAt: ctx.now })
    .where(
      and(
        eq(caseClosures.workspaceId, ctx.workspaceId),
        eq(caseClosures.caseId, one.id),
        eq(caseClosures.closedAt, closedAt),
        isNull(caseClosures.reopenedAt),
      ),
    )
    .returning({ id: caseClosures.id });
  await cancelChecks(ctx, { caseId: one.id, because: "reopened" });
  return ended.length > 0;
}

const textOf = (value: string | number | null | undefined) => (typeof value === "string" ? value : null);
