import { and, asc, eq } from "drizzle-orm";
import { members, teams, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

type Lead = { id: string; name: string; email: string };

const person = { id: users.id, name: users.name, email: users.email };

/**
 * Who answers for a team: its lead, as long as they work here; else the managers of the workspace, and the administrators
 * where there are none.
 */
export async function findLeads(ctx: Ctx, teamId: string | null): Promise<Lead[]> {
  const lead = teamId
    ? await ctx.db
        .select(person)
        .from(teams)
        .innerJoin(members, and(eq(members.workspaceId, teams.workspaceId), eq(members.userId, teams.leadId)))
        .innerJoin(users, eq(users.id, members.userId))
        .where(and(eq(teams.workspaceId, ctx.workspaceId), eq(teams.id, teamId)))
    : [];
  if (lead.length > 0) return lead;
  const managers = await inRole(ctx, "manager");
  return managers.length > 0 ? managers : inRole(ctx, "admin");
}

function inRole(ctx: Ctx, role: "manager" | "admin"): Promise<Lead[]> {
  return ctx.db
    .select(person)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.role, role)))
    .orderBy(asc(users.id));
}
