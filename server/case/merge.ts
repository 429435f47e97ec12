import { and, eq, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { caseMerges, cases } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { addEvent } from "./add-event.ts";
import { carriedOver, standingOf } from "./carry-over.ts";
import { moveMessages, movePromises } from "./move-over.ts";
import { requireCase } from "./queries.ts";
import { refreshPromised } from "./refresh-promised.ts";
import type { MergeCase } from "./schema.ts";

type Case = typeof cases.$inferSelect;

/**
 * Makes two cases of one customer one: what was said, written, promised and tagged in the first goes over to the other,
 * where its mail arrives from now on. It is closed without a closure, and counted nowhere. What was owed in it is owed in
 * the one that stays.
 * @throws NOT_FOUND for a case of another workspace; INVALID on `intoId` for that of another customer or the same case;
 * CONFLICT when one of them is closed or merged already.
 */
export async function mergeCase(ctx: Ctx, { caseId, intoId }: MergeCase, actId?: string): Promise<void> {
  if (caseId === intoId) throw invalid("intoId", refusal("mergeSame"));
  const [from, into] = await both(ctx, caseId, intoId);
  requireMergeable(from, into);
  const mergeId = newId(ctx.now.getTime());
  const moved = {
    messages: await moveMessages(ctx, { from: from.id, to: into.id }),
    promises: await movePromises(ctx, { from: from.id, to: into.id }),
    tags: await addTags(ctx, from, into),
    cases: await repoint(ctx, from, into),
  };
  await moveDrafts(ctx, from, into);
  await refreshPromised(ctx, from.id);
  await update(ctx, from.id, { state: "closed", snoozedUntil: null, mergedInto: into.id });
  const after = carriedOver(into, from);
  await update(ctx, into.id, after);
  await refreshPromised(ctx, into.id);
  await ctx.db.insert(caseMerges).values({
    ...{ workspaceId: ctx.workspaceId, id: mergeId, caseId, intoId, moved },
    ...{ was: from.state, wasUntil: from.snoozedUntil, mergedAt: ctx.now, mergedBy: memberId(ctx.actor) },
    stood: { before: asTexts(standingOf(into)), after: asTexts(after) },
  });
  await addEvent(ctx, from.id, "merged", { mergeId, into: into.id }, actId);
  await addEvent(ctx, into.id, "took_in", { mergeId, from: from.id });
}

/** Always locked in the same order, so that two merges at once do not wait for each other. */
async function both(ctx: Ctx, caseId: string, intoId: string): Promise<[Case, Case]> {
  const found = new Map<string, Case>();
  for (const id of [caseId, intoId].sort()) found.set(id, await requireCase(ctx, id, { lock: true }));
  return [found.get(caseId)!, found.get(intoId)!];
}

function requireMergeable(from: Case, into: Case): void {
  if (!from.contactId || from.contactId !== into.contactId) throw invalid("intoId", refusal("mergeOther"));
  if (from.state === "closed" || into.state === "closed")
    throw new DomainError("CONFLICT", refusal("mergeClosed"));
}

const update = (ctx: Ctx, id: string, to: Partial<Case>) =>
  ctx.db
    .update(cases)
    .set(to)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, id)));

/** As the database would write them, to be compared when it is taken apart. */
export const asTexts = (standing: ReturnType<typeof standingOf>): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(standing).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ]),
  );

async function addTags(ctx: Ctx, from: Case, into: Case): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    INSERT INTO case_tags (workspace_id, case_id, tag_id, added_at, added_by)
    SELECT workspace_id, ${into.id}, tag_id, added_at, added_by FROM case_tags
    WHERE workspace_id = ${ctx.workspaceId} AND case_id = ${from.id}
    ON CONFLICT DO NOTHING RETURNING tag_id AS id`);
  return rows.map(({ id }) => id);
}

/** Those that the first one had taken in are the other one's now. */
async function repoint(ctx: Ctx, from: Case, into: Case): Promise<string[]> {
  const rows = await ctx.db
    .update(cases)
    .set({ mergedInto: into.id })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.mergedInto, from.id)))
    .returning({ id: cases.id });
  return rows.map(({ id }) => id);
}

/** Of somebody who writes in both, the words of both stand below each other, and the files of both are with them. */
async function moveDrafts(ctx: Ctx, from: Case, into: Case): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  await ctx.db.execute(sql`
    UPDATE case_drafts kept SET text = kept.text || E'\\n\\n' || gone.text, revision = gone.revision,
      written_in = gone.written_in, saved_at = greatest(kept.saved_at, gone.saved_at)
    FROM case_drafts gone WHERE kept.workspace_id = ${ctx.workspaceId} AND gone.workspace_id = kept.workspace_id
      AND kept.case_id = ${into.id} AND gone.case_id = ${from.id} AND gone.member_id = kept.member_id`);
  await ctx.db.execute(sql`
    DELETE FROM case_drafts WHERE ${here} AND case_id = ${from.id} AND member_id IN (
      SELECT member_id FROM case_drafts WHERE ${here} AND case_id = ${into.id})`);
  await ctx.db.execute(
    sql`UPDATE case_drafts SET case_id = ${into.id} WHERE ${here} AND case_id = ${from.id}`,
  );
  await ctx.db.execute(sql`
    UPDATE attachments SET case_id = ${into.id} WHERE ${here} AND case_id = ${from.id} AND member_id IS NOT NULL`);
}
