import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/**
 * Closes what a person was asked by, and takes the person out of it. An answer that is sent in the same moment is in
 * before this, or is refused as one to a closed question: it takes the same locks in the same order (migration 0042),
 * so this comes first of all that erases.
 */
export async function closeInvitations(ctx: Ctx, contactId: string): Promise<void> {
  const mine = sql`workspace_id = ${ctx.workspaceId} AND contact_id = ${contactId}`;
  await ctx.db.execute(sql`
    DELETE FROM answer_evidence
    WHERE workspace_id = ${ctx.workspaceId} AND invitation_id IN (SELECT id FROM invitations WHERE ${mine})`);
  await ctx.db.execute(sql`SELECT FROM invitations WHERE ${mine} ORDER BY id FOR UPDATE`);
  await ctx.db.execute(sql`
    UPDATE invitations SET attributes = '{}', remind_at = NULL, expires_at = least(expires_at, created_at)
    WHERE ${mine}`);
}
