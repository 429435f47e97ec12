import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** What the acting member's pages are of, where that is not everything: their teams by name, and whether what has none. */
export async function nameSight(ctx: Ctx): Promise<{ teams: string[]; teamless: boolean } | null> {
  if (!ctx.sight) return null;
  const { teamIds, teamless } = ctx.sight;
  if (teamIds.length === 0) return { teams: [], teamless };
  const rows = await ctx.db
    .select({ name: teams.name })
    .from(teams)
    .where(and(eq(teams.workspaceId, ctx.workspaceId), inArray(teams.id, teamIds)))
    .orderBy(asc(sql`lower(${teams.name})`));
  return { teams: rows.map(({ name }) => name), teamless };
}
