import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import { type Ctx, withinSight } from "#server/context.ts";
import { sightOf } from "#server/team/sight-of.ts";

/** Whether a member may see a case; for what is told to them, or taken from them, by mail. */
export async function seesCase(ctx: Ctx, userId: string, caseId: string): Promise<boolean> {
  const sight = await sightOf(ctx, userId);
  if (!sight) return true;
  const here = and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, caseId));
  return (await withinSight(ctx, sight, ({ db }) => db.$count(cases, here))) > 0;
}
