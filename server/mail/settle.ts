import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { type ChangedMail, change, unlessCancelled } from "./change.ts";
import type { Outcome } from "./rules.ts";

export type Settlement = { id: string; outcome: Outcome };

/**
 * Writes down what became of mails of one workspace that were claimed under `token`, with their events, in
 * one statement. A mail that was freed in the meantime is left alone, except that a late "sent" still
 * counts while nobody else has claimed it. Returns the mails that were settled.
 */
export async function settleMails(
  ctx: Ctx,
  token: string,
  settlements: Settlement[],
  at?: Date,
): Promise<ChangedMail[]> {
  const now = at ? sql`${at.toISOString()}::timestamptz` : sql`now()`;
  const rows = settlements.map(({ id, outcome }) => ({
    id,
    state: outcome.state,
    again: outcome.state === "deferred" ? outcome.again : 0,
    doubt: outcome.state === "in_doubt" || (outcome.state === "deferred" && outcome.doubt) ? 1 : 0,
    status: outcome.status,
    text: outcome.text.replaceAll("\u0000", " ").slice(0, 500),
  }));
  return change(
    ctx.db,
    now,
    sql`UPDATE outbound_mails m
      SET state = CASE WHEN o.state = 'deferred' THEN ${unlessCancelled(sql`'deferred'`)} ELSE o.state END,
        next_attempt_at = ${now} + make_interval(secs => o.again), doubts = m.doubts + o.doubt,
        last_status = o.status, last_text = o.text, lease_until = NULL,
        sent_at = CASE WHEN o.state = 'sent' THEN ${now} ELSE m.sent_at END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS o(id uuid, state mail_state, again float, doubt smallint, status int, text text)
      WHERE m.workspace_id = ${ctx.workspaceId} AND m.id = o.id AND m.lease_token = ${token}
        AND (m.state = 'sending' OR (o.state = 'sent' AND m.state IN ('queued', 'deferred', 'in_doubt')))`,
    sql`CASE WHEN o.state = 'sent' THEN NULL ELSE o.text END`,
  );
}
