import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { Move } from "./known-by-id.ts";

/**
 * Gives contacts their new addresses. What a person asked for (no more surveys, a complaint, a colleague's stop)
 * goes along to the new address; a bounce was the old address's own.
 */
export async function moveAddresses(ctx: Ctx, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const records = moves.map(({ contactId, email, emailKey }) => ({
    id: contactId,
    email: email.trim(),
    email_key: emailKey,
    address_hash: Buffer.from(ctx.tokens.hashAddress(ctx.workspaceId, emailKey)).toString("hex"),
  }));
  await ctx.db.execute(sql`
    WITH given AS (
      SELECT id, email, email_key, decode(address_hash, 'hex') AS address_hash
      FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r (id uuid, email text, email_key text, address_hash text)
    ), kept AS (
      INSERT INTO suppressions (workspace_id, address_hash, reason, scope, until, source, created_at)
      SELECT s.workspace_id, g.address_hash, s.reason, s.scope, s.until, s.source, s.created_at
      FROM given g
      JOIN contacts c ON c.workspace_id = ${ctx.workspaceId} AND c.id = g.id
      JOIN suppressions s ON s.workspace_id = c.workspace_id AND s.address_hash = c.address_hash
      WHERE s.reason IN ('opted_out', 'complaint', 'by_hand')
      ON CONFLICT (workspace_id, address_hash, reason) DO NOTHING
      RETURNING address_hash, reason, scope, until
    ), logged AS (
      INSERT INTO suppression_events (workspace_id, address_hash, at, change, reason, scope, until, source)
      SELECT ${ctx.workspaceId}, address_hash, ${ctx.now.toISOString()}::timestamptz, 'added', reason, scope, until,
        'new address of the same customer'
      FROM kept
    )
    UPDATE contacts c SET email = g.email, email_key = g.email_key, address_hash = g.address_hash,
      updated_at = ${ctx.now.toISOString()}::timestamptz
    FROM given g WHERE c.workspace_id = ${ctx.workspaceId} AND c.id = g.id`);
}
