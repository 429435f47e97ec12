import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { emptyMails } from "./erase-elsewhere.ts";

/** What mails belong to: ids of invitations and cases, and the keyed hash of an address, each as a query. */
type Whose = { invitations?: SQL; cases?: SQL; address?: SQL };

/**
 * Empties the mails to and from whom invitations and cases are of. What has not left yet does not leave: the worker that
 * holds it no longer owns it. Rows stay where a ledger counts them, without address, words or what a server said.
 */
export async function eraseMails(ctx: Ctx, whose: Whose): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  const {
    invitations = sql`SELECT NULL::uuid WHERE false`,
    cases = sql`SELECT NULL::uuid WHERE false`,
    address = sql`SELECT NULL::bytea WHERE false`,
  } = whose;
  const theirs = sql`SELECT id FROM outbound_mails WHERE ${here} AND (invitation_id IN (${invitations})
    OR (kind IN ('case_reply', 'case_mention', 'recovery_check') AND case_id IN (${cases}))
    OR (kind IN ('own_data', 'invitation_test') AND address_hash IN (${address})))`;
  const numbers = (table: SQL, ids: SQL) => sql`SELECT number FROM ${table} WHERE ${here} AND id IN (${ids})`;
  const alerts = sql`SELECT number FROM outbound_mails WHERE ${here} AND case_id IN (${cases})`;
  await emptyMails(
    ctx,
    sql`(purpose = 'reply' AND target_number IN (${numbers(sql`invitations`, invitations)}))
      OR (purpose = 'case' AND target_number IN (${numbers(sql`cases`, cases)}))
      OR (purpose = 'bounce' AND target_number IN (${numbers(sql`outbound_mails`, theirs)}))
      OR (purpose = 'notification' AND target_number IN (${alerts}))`,
  );
  await blankMails(ctx, theirs);
}

/**
 * Takes address, words and what a server said out of sent mails; those that wait do not leave any more.
 *
 * @param which the ids of the mails, as a query
 */
export async function blankMails(ctx: Ctx, which: SQL): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  await ctx.db.execute(sql`
    UPDATE mail_events SET detail = NULL WHERE ${here} AND detail IS NOT NULL AND mail_id IN (${which})`);
  await ctx.db.execute(sql`
    UPDATE outbound_mails SET to_address = '', to_domain = '', address_hash = NULL, payload = '{}', last_text = NULL,
      case_message_id = NULL, lease_token = NULL, lease_until = NULL,
      state = CASE WHEN state IN ('queued', 'sending', 'deferred') THEN 'cancelled' ELSE state END
    WHERE ${here} AND id IN (${which})`);
}
