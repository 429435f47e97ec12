import { and, eq } from "drizzle-orm";
import { members, users } from "#db/schema/index.ts";
import type { Actor, Ctx } from "#server/context.ts";

type Member = Extract<Actor, { kind: "member" }>;

/** The member with this id as they may act by now, or null when they work here no longer. */
export async function findActor(ctx: Ctx, userId: string | null): Promise<Member | null> {
  const [member] = await ctx.db
    .select({ userId: users.id, name: users.name, email: users.email, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId ?? "")));
  return member ? { kind: "member", ...member } : null;
}
