import { and, eq, inArray } from "drizzle-orm";
import { cases, members } from "#db/schema/index.ts";
import { type Ctx, withinSight } from "#server/context.ts";
import { sightOf } from "./sight-of.ts";

/** Whether a member may see a case; for what is told to them, or taken from them, by mail. */
export async function seesCase(ctx: Ctx, userId: string, caseId: string): Promise<boolean> {
  return (await listSeen(ctx, userId, [caseId])).has(caseId);
}

/** Those of these cases that a member may see. Who works here no longer is asked for apart (`isReader`). */
export async function listSeen(
  ctx: Ctx,
  userId: string,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const sight = await sightOf(ctx, userId);
  if (!sight) return new Set(caseIds);
  const here = and(eq(cases.workspaceId, ctx.workspaceId), inArray(cases.id, [...new Set(caseIds)]));
  const rows = await withinSight(ctx, sight, ({ db }) => db.select({ id: cases.id }).from(cases).where(here));
  return new Set(rows.map(({ id }) => id));
}

/** Whether somebody works here and may see a case: what is theirs to read of it may be mailed to them. */
export async function isReader(ctx: Ctx, userId: unknown, caseId: string): Promise<boolean> {
  if (typeof userId !== "string") return false;
  const here = and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId));
  return (await ctx.db.$count(members, here)) > 0 && (await seesCase(ctx, userId, caseId));
}
