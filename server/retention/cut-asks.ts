import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/**
 * Cuts the tie between asks and whom they went to: each belongs to a number without a person from then on, so that the
 * ledger still adds up. Their links lead nowhere any more.
 *
 * @param asks the ids of the invitations, as a query
 */
export async function cutAsks(ctx: Ctx, asks: SQL): Promise<void> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`
    DELETE FROM answer_evidence WHERE workspace_id = ${ctx.workspaceId} AND invitation_id IN (${asks})`);
  await ctx.db.execute(sql`
    WITH cut AS (
      SELECT id, gen_random_uuid() AS nobody FROM invitations
      WHERE workspace_id = ${ctx.workspaceId} AND id IN (${asks}) ORDER BY id FOR UPDATE
    ), made AS (
      INSERT INTO contacts (workspace_id, id, source, legal_ground, created_at, updated_at, erased_at)
      SELECT ${ctx.workspaceId}, nobody, 'erased', 'none', ${now}, ${now}, ${now} FROM cut
    )
    UPDATE invitations i SET contact_id = cut.nobody, account_id = NULL, attributes = '{}', remind_at = NULL,
      expires_at = least(i.expires_at, ${now})
    FROM cut WHERE i.workspace_id = ${ctx.workspaceId} AND i.id = cut.id`);
  await ctx.db.execute(sql`
    UPDATE responses SET account_id = NULL WHERE workspace_id = ${ctx.workspaceId} AND invitation_id IN (${asks})`);
}
