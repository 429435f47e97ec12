import { and, eq, inArray, isNull } from "drizzle-orm";
import { caseMerges, cases, caseTags } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { addEvent } from "./add-event.ts";
import { type Standing, standingOf } from "./carry-over.ts";
import { asTexts } from "./merge.ts";
import { moveMessages, movePromises } from "./move-over.ts";
import { requireCase } from "./queries.ts";
import { refreshPromised } from "./refresh-promised.ts";

/**
 * Takes apart what a merge put together: the case is as it was, with what had come from it; what came in since stays with
 * the other one, which is as it was unless something has happened to it. `one` is locked. Returns false when that is not
 * possible any more, since the other one was merged or closed.
 */
export async function takeApart(ctx: Ctx, one: typeof cases.$inferSelect, mergeId: string): Promise<boolean> {
  const [merge] = await ctx.db
    .select()
    .from(caseMerges)
    .where(
      and(
        ...[eq(caseMerges.workspaceId, ctx.workspaceId), eq(caseMerges.id, mergeId)],
        ...[eq(caseMerges.caseId, one.id), isNull(caseMerges.undoneAt)],
      ),
    );
  if (!merge || one.mergedInto !== merge.intoId) return false;
  const into = await requireCase(ctx, merge.intoId, { lock: true });
  if (into.state === "closed") return false;

  await set(ctx, one.id, { state: merge.was, snoozedUntil: merge.wasUntil, mergedInto: null });
  const back = { from: into.id, to: one.id };
  await moveMessages(ctx, { ...back, only: merge.moved.messages });
  await movePromises(ctx, { ...back, only: merge.moved.promises });
  await takeTagsOff(ctx, into.id, merge.moved.tags);
  await giveBackCases(ctx, one.id, merge.moved.cases);
  const unchanged = JSON.stringify(asTexts(standingOf(into))) === sorted(merge.stood.after, into);
  if (unchanged) await set(ctx, into.id, fromTexts(merge.stood.before));
  for (const id of [one.id, into.id]) await refreshPromised(ctx, id);
  await ctx.db
    .update(caseMerges)
    .set({ undoneAt: ctx.now, undoneBy: memberId(ctx.actor) })
    .where(and(eq(caseMerges.workspaceId, ctx.workspaceId), eq(caseMerges.id, merge.id)));
  await addEvent(ctx, into.id, "undone", { of: "merged" });
  return true;
}

const set = (ctx: Ctx, id: string, to: Partial<typeof cases.$inferSelect>) =>
  ctx.db
    .update(cases)
    .set(to)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, id)));

/** JSON of the database keeps no order of names. */
const sorted = (texts: Record<string, string | null>, like: typeof cases.$inferSelect): string =>
  JSON.stringify(
    Object.fromEntries(Object.keys(standingOf(like)).map((name) => [name, texts[name] ?? null])),
  );

function fromTexts(texts: Record<string, string | null>): Standing {
  const { state, needsBecause, ...moments } = texts;
  const dates = Object.entries(moments).map(([name, text]) => [name, text === null ? null : new Date(text)]);
  return { ...Object.fromEntries(dates), state, needsBecause } as Standing;
}

async function takeTagsOff(ctx: Ctx, caseId: string, tagIds: string[]): Promise<void> {
  if (tagIds.length === 0) return;
  await ctx.db
    .delete(caseTags)
    .where(
      and(
        ...[eq(caseTags.workspaceId, ctx.workspaceId), eq(caseTags.caseId, caseId)],
        inArray(caseTags.tagId, tagIds),
      ),
    );
}

async function giveBackCases(ctx: Ctx, caseId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .update(cases)
    .set({ mergedInto: caseId })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), inArray(cases.id, ids)));
}
