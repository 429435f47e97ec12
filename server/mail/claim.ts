import { randomUUID } from "node:crypto";
import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { outboundMails } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { momentOf } from "./change.ts";
import type { OutboundMail } from "./rendered.ts";

/** How long a claimed mail is its worker's; renewed while the worker lives (server/mail/lease.ts). */
export const leaseSeconds = 60;

/** A claim's mails are ours to send while their rows carry `token` and are `sending`. */
export type Claim = { token: string; mails: OutboundMail[] };

/**
 * Takes up to `limit` mails that are due, of all workspaces: those to persons by priority, then an equal
 * share of each workspace with a running campaign within its sending hours. Each becomes `sending` under a
 * lease with one attempt more, or `suppressed` when its address is on the list by now (RELIABILITY.md A8).
 * Two workers never get the same mail: what another is claiming is skipped.
 */
export function claimDue(db: Db, { limit, at }: { limit: number; at?: Date }): Promise<Claim> {
  const token = randomUUID();
  const now = momentOf(at);
  return atTheDoor(db, async (tx) => {
    const rows = await take(tx, token, now, limit);
    if (rows.length > 0) await log(tx, now, rows);
    const mails = rows.filter((row) => row.state === "sending").sort((a, b) => a.priority - b.priority);
    return { token, mails };
  });
}

function take(tx: Tx, token: string, now: SQL, limit: number): Promise<OutboundMail[]> {
  return tx
    .update(outboundMails)
    .set({
      state: sql`CASE WHEN ${suppressedBy(now)} THEN 'suppressed' ELSE 'sending' END::mail_state`,
      attempts: sql`${outboundMails.attempts} + 1`,
      firstTriedAt: sql`coalesce(${outboundMails.firstTriedAt}, ${now})`,
      leaseToken: token,
      leaseUntil: sql`${now} + make_interval(secs => ${leaseSeconds})`,
      dataStartedAt: null,
    })
    .from(sql`(${due(now, limit)}) AS picked`)
    .where(and(eq(outboundMails.workspaceId, sql`picked.workspace_id`), eq(outboundMails.id, sql`picked.id`)))
    .returning(getTableColumns(outboundMails));
}

/** `priority` decides among mail without a campaign; campaigns share what is left. `siblings`: campaigns of one workspace. */
const due = (now: SQL, limit: number) => sql`
  WITH urgent AS MATERIALIZED (
    SELECT workspace_id, id FROM outbound_mails
    WHERE state IN ('queued', 'deferred') AND campaign_id IS NULL AND next_attempt_at <= ${now}
    ORDER BY priority, next_attempt_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
  ), hungry AS MATERIALIZED (
    SELECT c.workspace_id, c.id, count(*) OVER (PARTITION BY c.workspace_id) AS siblings
    FROM campaigns c JOIN workspaces w ON w.id = c.workspace_id
    WHERE c.state = 'running' AND svar_within_hours(c.sending_hours, w.timezone, ${now}) AND EXISTS (
      SELECT FROM outbound_mails m
      WHERE m.workspace_id = c.workspace_id AND m.campaign_id = c.id
        AND m.state IN ('queued', 'deferred') AND m.next_attempt_at <= ${now})
  ), shares AS (
    SELECT hungry.*, ceil((${limit} - (SELECT count(*) FROM urgent))::numeric
      / (SELECT count(DISTINCT workspace_id) FROM hungry) / siblings) AS share
    FROM hungry
  ), shared AS MATERIALIZED (
    SELECT mine.* FROM shares CROSS JOIN LATERAL (
      SELECT m.workspace_id, m.id FROM outbound_mails m
      WHERE m.workspace_id = shares.workspace_id AND m.campaign_id = shares.id
        AND m.state IN ('queued', 'deferred') AND m.next_attempt_at <= ${now}
      ORDER BY m.next_attempt_at LIMIT shares.share FOR UPDATE SKIP LOCKED) AS mine
  )
  SELECT * FROM urgent UNION ALL SELECT * FROM shared`;

const suppressedBy = (now: SQL) => sql`EXISTS (
  SELECT FROM suppressions s
  WHERE s.workspace_id = ${outboundMails.workspaceId} AND s.address_hash = ${outboundMails.addressHash}
    AND (s.until IS NULL OR s.until > ${now}))`;

async function log(tx: Tx, now: SQL, rows: OutboundMail[]): Promise<void> {
  const events = rows.map((row) => ({ w: row.workspaceId, m: row.id, s: row.state, n: row.attempts }));
  await tx.execute(sql`
    INSERT INTO mail_events (workspace_id, mail_id, at, state, attempt)
    SELECT e.w, e.m, ${now}, e.s, e.n
    FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS e(w uuid, m uuid, s mail_state, n int)`);
}
