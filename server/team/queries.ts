import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { teamMembers, teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** The teams by name, each with who leads it and who works in it by hand. */
export async function listTeams(ctx: Ctx) {
  const found = await ctx.db
    .select({ id: teams.id, name: teams.name, leadId: teams.leadId })
    .from(teams)
    .where(eq(teams.workspaceId, ctx.workspaceId))
    .orderBy(asc(sql`lower(${teams.name})`));
  const working = await ctx.db
    .select({ teamId: teamMembers.teamId, userId: teamMembers.userId })
    .from(teamMembers)
    .where(and(eq(teamMembers.workspaceId, ctx.workspaceId), isNull(teamMembers.removedAt)))
    .orderBy(teamMembers.addedAt, teamMembers.userId);
  const byTeam = Map.groupBy(working, ({ teamId }) => teamId);
  return found.map((team) => ({
    ...team,
    memberIds: (byTeam.get(team.id) ?? []).map(({ userId }) => userId),
  }));
}
