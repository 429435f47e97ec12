import { and, eq, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { tags } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { listTags, type Tag } from "./queries.ts";

/** A list that is longer than this is not looked through any more. */
const mostTags = 60;

/**
 * The tag of this name, in whatever capitals, made where there is none.
 * @throws LIMIT_REACHED when the list is full.
 */
export async function ensureTag(ctx: Ctx, name: string): Promise<Tag> {
  return (await find(ctx, name)) ?? make(ctx, name);
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
    throw new DomainError("LIMIT_REACHED", refusal("tagsMost", { count: mostTags }));
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
