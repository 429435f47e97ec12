import { and, eq, inArray, isNull } from "drizzle-orm";
import { invitations } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Dates the invitations whose mail a server has taken. */
export async function markInvitationsSent(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .update(invitations)
    .set({ sentAt: ctx.now })
    .where(
      and(
        eq(invitations.workspaceId, ctx.workspaceId),
        inArray(invitations.id, ids),
        isNull(invitations.sentAt),
      ),
    );
}
