import { and, eq, inArray } from "drizzle-orm";
import { type cases, caseTags, tags } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { ensureTag } from "#server/tag/ensure.ts";
import { addEvent } from "./add-event.ts";
import { requireCase } from "./queries.ts";

/**
 * Gives a case a tag, which is made when there is none of the name, in whatever capitals.
 * @throws NOT_FOUND for a case of another workspace, CONFLICT when it has the tag, LIMIT_REACHED when the list is full.
 */
export async function tagCase(
  ctx: Ctx,
  input: { caseId: string; name: string },
  actId?: string,
): Promise<void> {
  const one = await requireCase(ctx, input.caseId, { lock: true });
  const tag = await ensureTag(ctx, input.name);
  const [added] = await ctx.db
    .insert(caseTags)
    .values({
      ...{ workspaceId: ctx.workspaceId, caseId: one.id, tagId: tag.id },
      ...{ addedAt: ctx.now, addedBy: memberId(ctx.actor) },
    })
    .onConflictDoNothing()
    .returning({ tagId: caseTags.tagId });
  if (!added) throw new DomainError("CONFLICT", refusal("tagThere"));
  await addEvent(ctx, one.id, "tagged", { tagId: tag.id, name: tag.name }, actId);
  ctx.nudge("cases", one.id);
}

/** Gives a new case these tags of the workspace. */
export async function giveTags(ctx: Ctx, caseId: string, tagIds: readonly string[]): Promise<void> {
  if (tagIds.length === 0) return;
  const known = await ctx.db
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(and(eq(tags.workspaceId, ctx.workspaceId), inArray(tags.id, [...tagIds])));
  for (const { id, name } of known) {
    await ctx.db.insert(caseTags).values({
      workspaceId: ctx.workspaceId,
      caseId,
      tagId: id,
      addedAt: ctx.now,
      addedBy: memberId(ctx.actor),
    });
    await addEvent(ctx, caseId, "tagged", { tagId: id, name });
  }
}

/** Takes a tag off a case. @throws NOT_FOUND when it has none such, in another workspace too. */
export async function untagCase(
  ctx: Ctx,
  input: { caseId: string; tagId: string },
  actId?: string,
): Promise<void> {
  const one = await requireCase(ctx, input.caseId, { lock: true });
  const [tag] = await ctx.db
    .select({ name: tags.name })
    .from(tags)
    .where(and(eq(tags.workspaceId, ctx.workspaceId), eq(tags.id, input.tagId)));
  const [removed] = await ctx.db
    .delete(caseTags)
    .where(
      and(
        eq(caseTags.workspaceId, ctx.workspaceId),
        eq(caseTags.caseId, one.id),
        eq(caseTags.tagId, input.tagId),
      ),
    )
    .returning({ tagId: caseTags.tagId });
  if (!tag || !removed) throw notFound("tag");
  await addEvent(ctx, one.id, "untagged", { tagId: input.tagId, name: tag.name }, actId);
  ctx.nudge("cases", one.id);
}

/** Makes a case's tag as it was before it was given or taken. Returns false when it is so already. */
export async function turnTag(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
  tag: { id: string; given: boolean },
): Promise<boolean> {
  const row = { workspaceId: ctx.workspaceId, caseId: one.id, tagId: tag.id };
  const changed = tag.given
    ? await ctx.db
        .delete(caseTags)
        .where(
          and(
            eq(caseTags.workspaceId, ctx.workspaceId),
            eq(caseTags.caseId, one.id),
            eq(caseTags.tagId, tag.id),
          ),
        )
        .returning({ tagId: caseTags.tagId })
    : await ctx.db
        .insert(caseTags)
        .values({ ...row, addedAt: ctx.now, addedBy: memberId(ctx.actor) })
        .onConflictDoNothing()
        .returning({ tagId: caseTags.tagId });
  return changed.length > 0;
}
