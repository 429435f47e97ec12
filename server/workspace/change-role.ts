import { and, eq } from "drizzle-orm";
import { members } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { findMember } from "./find-member.ts";
import { keepAnAdministrator } from "./keep-an-administrator.ts";
import { nudgeSight } from "./nudge-sight.ts";
import type { ChangeRole } from "./schema.ts";

/**
 * Gives a member another role; it holds from the member's next request. Returns the row.
 *
 * @throws NOT_FOUND when nobody here has this id, CONFLICT on `role` when the last administrator would go.
 */
export async function changeRole(ctx: Ctx, input: ChangeRole) {
  if (input.role !== "admin") await keepAnAdministrator(ctx, input.userId);
  const known = await findMember(ctx, input.userId);
  const [row] = await ctx.db
    .update(members)
    .set({ role: input.role })
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, input.userId)))
    .returning();
  if (!row) throw notFound("member");
  const change = { before: { role: known?.role }, after: { role: row.role } };
  await recordAct(ctx, "people.role_changed", { id: row.userId, label: known?.name, ...change });
  nudgeSight(ctx);
  return row;
}
