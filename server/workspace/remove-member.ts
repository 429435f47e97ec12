import { and, eq } from "drizzle-orm";
import { members } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { findMember } from "./find-member.ts";
import { keepAnAdministrator } from "./keep-an-administrator.ts";
import type { RemoveMember } from "./schema.ts";

/**
 * Takes a member out of the workspace; their next request finds nothing here. Their account and what they
 * wrote stay.
 *
 * @throws NOT_FOUND when nobody here has this id, CONFLICT on `role` for the last administrator.
 */
export async function removeMember(ctx: Ctx, input: RemoveMember): Promise<{ userId: string }> {
  await keepAnAdministrator(ctx, input.userId);
  const known = await findMember(ctx, input.userId);
  const [row] = await ctx.db
    .delete(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, input.userId)))
    .returning({ userId: members.userId });
  if (!row) throw notFound("member");
  const before = { role: known?.role };
  await recordAct(ctx, "people.removed", { id: row.userId, label: known?.name, before });
  return row;
}
