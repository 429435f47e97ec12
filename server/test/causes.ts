import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { causes } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** The id of the cause of this name, of the first level or beneath `parentId`; made where there is none. */
export async function causeNamed(
  ctx: Ctx,
  name = "Delivery",
  parentId: string | null = null,
): Promise<string> {
  const [found] = await ctx.db
    .select({ id: causes.id })
    .from(causes)
    .where(
      and(
        eq(causes.workspaceId, ctx.workspaceId),
        eq(causes.name, name),
        parentId ? eq(causes.parentId, parentId) : isNull(causes.parentId),
      ),
    );
  if (found) return found.id;
  const id = newId();
  await ctx.db
    .insert(causes)
    .values({ workspaceId: ctx.workspaceId, id, parentId, name, place: 1, madeAt: ctx.now });
  return id;
}
