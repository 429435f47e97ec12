import { and, eq } from "drizzle-orm";
import { members } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/**
 * Refuses to take the last administrator away. Locks the administrators' rows, so that two who leave at the
 * same moment cannot both pass.
 *
 * @throws CONFLICT on `role` when `userId` is the only administrator.
 */
export async function keepAnAdministrator(ctx: Ctx, userId: string): Promise<void> {
  const admins = await ctx.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.role, "admin")))
    .orderBy(members.userId)
    .for("update");
  if (admins.length === 1 && admins[0]!.userId === userId) {
    throw new DomainError("CONFLICT", refusal("lastAdmin"), "role");
  }
}
