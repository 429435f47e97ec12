import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/**
 * Empties the mails to and from a contact. What has not left yet does not leave: the worker that holds it no longer
 * owns it. Rows stay where a ledger counts them, without address, words or what a server said.
 */
export async function eraseMails(ctx: Ctx, contactId: string): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  const invitations = sql`SELECT id FROM invitations WHERE ${here} AND contact_id = ${contactId}`;
  const cases = sql`SELECT id FROM cases WHERE ${here} AND contact_id = ${contactId}`;
  const theirs = sql`${here} AND (invitation_id IN (${invitations})
    OR (kind IN ('case_reply', 'case_mention', 'recovery_check') AND case_id IN (${cases}))
    OR (kind IN ('own_data', 'invitation_test') AND address_hash = (
      SELECT address_hash FROM contacts WHERE ${here} AND id = ${contactId})))`;
  const mails = sql`SELECT id FROM outbound_mails WHERE ${theirs}`;
  const asked = sql`SELECT number FROM invitations WHERE ${here} AND contact_id = ${contactId}`;
  const opened = sql`SELECT number FROM cases WHERE ${here} AND contact_id = ${contactId}`;
  const sent = sql`SELECT number FROM outbound_mails WHERE ${theirs}`;

  await ctx.db.execute(sql`
    UPDATE inbound_mails SET raw = '', mail_from = '', rcpt_to = '', sha256 = sha256(id::text::bytea),
      read_at = coalesce(read_at, ${ctx.now.toISOString()}::timestamptz), outcome = coalesce(outcome, 'erased')
    WHERE ${here} AND ((purpose = 'reply' AND target_number IN (${asked}))
      OR (purpose = 'case' AND target_number IN (${opened}))
      OR (purpose = 'bounce' AND target_number IN (${sent}))
      OR (purpose = 'notification' AND target_number IN (SELECT number FROM outbound_mails WHERE ${here} AND case_id IN (${cases}))))`);
  await ctx.db.execute(sql`
    UPDATE mail_events SET detail = NULL WHERE ${here} AND detail IS NOT NULL AND mail_id IN (${mails})`);
  await ctx.db.execute(sql`
    UPDATE outbound_mails SET to_address = '', to_domain = '', address_hash = NULL, payload = '{}', last_text = NULL,
      case_message_id = NULL, lease_token = NULL, lease_until = NULL,
      state = CASE WHEN state IN ('queued', 'sending', 'deferred') THEN 'cancelled' ELSE state END
    WHERE ${theirs}`);
}
