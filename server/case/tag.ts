import { and, eq, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { type cases, caseTags, tags } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, notFound } from "#server/errors.ts";
import { addEvent } from "./add-event.ts";
import { requireCase } from "./queries.ts";
import type { ListTags } from "./schema.ts";

/** A list that is longer than this is not looked through any more. */
const mostTags = 60;

export type Tag = { id: string; name: string };

/** The tags of a case, or those of this workspace that some case has, by name. */
export async function listTags(ctx: Ctx, { caseId }: ListTags = {}): Promise<Tag[]> {
  const rows = await ctx.db.execute<Tag>(sql`
    SELECT id, name FROM tags WHERE workspace_id = ${ctx.workspaceId} AND EXISTS (
      SELECT FROM case_tags t WHERE t.workspace_id = tags.workspace_id AND t.tag_id = tags.id
        ${caseId ? sql`AND t.case_id = ${caseId}` : sql``})
    ORDER BY lower(name)`);
  return [...rows];
}

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
  const tag = (await find(ctx, input.name)) ?? (await make(ctx, input.name));
  const [added] = await ctx.db
    .insert(caseTags)
    .values({
      ...{ workspaceId: ctx.workspaceId, caseId: one.id, tagId: tag.id },
      ...{ addedAt: ctx.now, addedBy: memberId(ctx.actor) },
    })
    .onConflictDoNothing()
    .returning({ tagId: caseTags.tagId });
  if (!added) throw new DomainError("CONFLICT", "The case has this tag already.");
  await addEvent(ctx, one.id, "tagged", { tagId: tag.id, name: tag.name }, actId);
  ctx.nudge("cases", one.id);
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

async function find(ctx: Ctx, name: string): Promise<Tag | undefined> {
  const [tag] = await ctx.db
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(and(eq(tags.workspaceId, ctx.workspaceId), sql`lower(${tags.name}) = lower(${name})`));
  return tag;
}

/** Of two who make the same at once, one does, and both have it. */
async function make(ctx: Ctx, name: string): Promise<Tag> {
  if ((await listTags(ctx)).length >= mostTags) {
    throw new DomainError(
      "LIMIT_REACHED",
      `There are ${mostTags} tags already. Use one of them, or take one off the cases that have it first.`,
    );
  }
  await ctx.db
    .insert(tags)
    .values({
      ...{ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), name },
      ...{ madeAt: ctx.now, madeBy: memberId(ctx.actor) },
    })
    .onConflictDoNothing();
  return (await find(ctx, name))!;
}
