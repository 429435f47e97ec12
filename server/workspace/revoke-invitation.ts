import { and, eq, isNull } from "drizzle-orm";
import { memberInvitations } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { RevokeInvitation } from "./schema.ts";

/**
 * Makes an invitation's link worthless. Revoking twice changes nothing.
 *
 * @throws NOT_FOUND when there is no such invitation or it was accepted.
 */
export async function revokeInvitation(ctx: Ctx, input: RevokeInvitation): Promise<{ id: string }> {
  const open = and(
    eq(memberInvitations.workspaceId, ctx.workspaceId),
    eq(memberInvitations.id, input.id),
    isNull(memberInvitations.acceptedAt),
  );
  const [row] = await ctx.db
    .select({ revokedAt: memberInvitations.revokedAt, email: memberInvitations.email })
    .from(memberInvitations)
    .where(open);
  if (!row) throw notFound("openInvitation");
  if (row.revokedAt) return { id: input.id };
  await ctx.db.update(memberInvitations).set({ revokedAt: ctx.now }).where(open);
  await recordAct(ctx, "people.invitation_revoked", { id: input.id, label: row.email });
  return { id: input.id };
}
