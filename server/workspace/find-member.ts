import { and, eq } from "drizzle-orm";
import { members, users } from "#db/schema/index.ts";
import type { Ctx, Role } from "#server/context.ts";

/** Who a member is and what they may do here; null for somebody who is none. */
export async function findMember(ctx: Ctx, userId: string): Promise<{ name: string; role: Role } | null> {
  const [member] = await ctx.db
    .select({ name: users.name, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId)));
  return member ?? null;
}
