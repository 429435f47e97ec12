import { and, eq, inArray, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { members, teamMembers, users } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { nudgeSight } from "#server/workspace/nudge-sight.ts";
import { requireTeam } from "./require.ts";
import type { SetMembers } from "./schema.ts";

/**
 * Says who works in a team; its lead does in any case. Who is left out works there no longer.
 * @throws NOT_FOUND for a team, INVALID at `userIds` for a person, of another workspace.
 */
export async function setMembers(ctx: Ctx, { teamId, userIds }: SetMembers): Promise<void> {
  const team = await requireTeam(ctx, teamId, { lock: true });
  const wanted = new Set(userIds);
  const people = await namesOf(ctx, [...wanted]);
  if (people.size < wanted.size) throw invalid("userIds", refusal("ruleColleagues"));
  const known = await ctx.db
    .select({ userId: teamMembers.userId, name: users.name })
    .from(teamMembers)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(inTeam(ctx, teamId));
  const gone = known.filter(({ userId }) => !wanted.has(userId)).map(({ userId }) => userId);
  const come = [...wanted].filter((userId) => !known.some((one) => one.userId === userId));
  if (gone.length > 0) {
    await ctx.db
      .update(teamMembers)
      .set({ removedAt: ctx.now, removedBy: memberId(ctx.actor) })
      .where(and(inTeam(ctx, teamId), inArray(teamMembers.userId, gone)));
  }
  if (come.length > 0) {
    const added = { workspaceId: ctx.workspaceId, teamId, addedAt: ctx.now, addedBy: memberId(ctx.actor) };
    await ctx.db
      .insert(teamMembers)
      .values(come.map((userId) => ({ ...added, id: newId(ctx.now.getTime()), userId })));
  }
  const before = { members: known.map(({ name }) => name).sort() };
  const after = { members: [...people.values()].sort() };
  await recordAct(ctx, "people.team_set", { id: teamId, label: team.name, before, after });
  nudgeSight(ctx);
}

const inTeam = (ctx: Ctx, teamId: string) =>
  and(
    ...[eq(teamMembers.workspaceId, ctx.workspaceId), eq(teamMembers.teamId, teamId)],
    isNull(teamMembers.removedAt),
  );

async function namesOf(ctx: Ctx, userIds: string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, ctx.workspaceId), inArray(members.userId, userIds)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
