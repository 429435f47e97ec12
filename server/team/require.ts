import { and, eq } from "drizzle-orm";
import { teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";

/** The team with this id; nobody else changes it meanwhile when `lock` is given. @throws NOT_FOUND when it is not in this workspace. */
export async function requireTeam(
  ctx: Ctx,
  teamId: string,
  { lock = false } = {},
): Promise<typeof teams.$inferSelect> {
  const found = ctx.db
    .select()
    .from(teams)
    .where(and(eq(teams.workspaceId, ctx.workspaceId), eq(teams.id, teamId)));
  const [team] = await (lock ? found.for("no key update") : found);
  if (!team) throw notFound("team");
  return team;
}
