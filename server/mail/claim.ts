import { randomUUID } from "node:crypto";
import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { outboundMails } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { momentOf } from "./change.ts";
import { countTaken, domainRooms } from "./domain-rooms.ts";
import { due } from "./due.ts";
import type { OutboundMail } from "./rendered.ts";
import { askedMeanwhile } from "./rules.ts";

/**
 * How long a claimed mail is its worker's; renewed every 2 s while the worker lives (server/mail/lease.ts). With
 * the 5 s between two looks for vanished workers, their mails are free again well within 60 s (A3).
 */
export const leaseSeconds = 30;

/** A claim's mails are ours to send while their rows carry `token` and are `sending`. */
export type Claim = { token: string; mails: OutboundMail[] };

/**
 * Takes up to `limit` mails that are due, of all workspaces: those to persons by priority and in turns among
 * workspaces, then an equal share of each workspace with a running campaign within its sending hours
 * (`urgentOnly`: none of those). Each becomes `sending` under a lease with one attempt more, or `suppressed`
 * when its address is on the list by now or its contact was asked by another campaign within the gap (RELIABILITY.md
 * A8), or `cancelled` when it reminds somebody who has answered. Two workers never get the same mail: what another
 * is claiming is skipped. A receiving domain that asked for patience gets what it has room for.
 */
export function claimDue(
  db: Db,
  { limit, at, urgentOnly = false }: { limit: number; at?: Date; urgentOnly?: boolean },
): Promise<Claim> {
  const token = randomUUID();
  const now = momentOf(at);
  return atTheDoor(db, async (tx) => {
    const rooms = await domainRooms(tx, now);
    const rows = await take(tx, token, now, due(now, limit, urgentOnly, rooms));
    if (rows.length > 0) await log(tx, now, rows);
    if (rooms.length > 0) await countTaken(tx, now, rows);
    const mails = rows.filter((row) => row.state === "sending").sort((a, b) => a.priority - b.priority);
    return { token, mails };
  });
}

function take(tx: Tx, token: string, now: SQL, picked: SQL): Promise<OutboundMail[]> {
  return tx
    .update(outboundMails)
    .set({
      state: sql`CASE WHEN ${suppressedBy(now)} OR ${askedBy(now)} THEN 'suppressed' WHEN ${answered} THEN 'cancelled'
        ELSE 'sending' END::mail_state`,
      lastText: sql`CASE WHEN ${askedBy(now)} THEN ${askedMeanwhile} ELSE ${outboundMails.lastText} END`,
      attempts: sql`${outboundMails.attempts} + 1`,
      firstTriedAt: sql`coalesce(${outboundMails.firstTriedAt}, ${now})`,
      leaseToken: token,
      leaseUntil: sql`${now} + make_interval(secs => ${leaseSeconds})`,
      dataStartedAt: null,
    })
    .from(sql`(${picked}) AS picked`)
    .where(and(eq(outboundMails.workspaceId, sql`picked.workspace_id`), eq(outboundMails.id, sql`picked.id`)))
    .returning(getTableColumns(outboundMails));
}

const suppressedBy = (now: SQL) => sql`EXISTS (
  SELECT FROM suppressions s
  WHERE s.workspace_id = ${outboundMails.workspaceId} AND s.address_hash = ${outboundMails.addressHash}
    AND (s.scope = 'all' OR ${outboundMails.kind} IN ('invitation', 'reminder', 'recovery_check', 'thank_you'))
      AND (s.until IS NULL OR s.until > ${now}))`;

/** Campaigns leave such people out when they choose them; this is for what changed since, such as the gap itself. */
const askedBy = (
  now: SQL,
) => sql`(${outboundMails.kind} = 'invitation' AND ${outboundMails.attempts} = 0 AND EXISTS (
  SELECT FROM invitations mine
  JOIN invitations other ON other.workspace_id = mine.workspace_id AND other.contact_id = mine.contact_id
    AND other.id <> mine.id
  JOIN workspaces w ON w.id = mine.workspace_id
  WHERE mine.workspace_id = ${outboundMails.workspaceId} AND mine.id = ${outboundMails.invitationId}
    AND other.sent_at > ${now} - make_interval(days => w.gap_any_days)))`;

/** Who has answered is not reminded. */
const answered = sql`${outboundMails.kind} = 'reminder' AND EXISTS (
  SELECT FROM responses r
  WHERE r.workspace_id = ${outboundMails.workspaceId} AND r.invitation_id = ${outboundMails.invitationId})`;

async function log(tx: Tx, now: SQL, rows: OutboundMail[]): Promise<void> {
  const events = rows.map((row) => ({ w: row.workspaceId, m: row.id, s: row.state, n: row.attempts }));
  await tx.execute(sql`
    INSERT INTO mail_events (workspace_id, mail_id, at, state, attempt)
    SELECT e.w, e.m, ${now}, e.s, e.n
    FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS e(w uuid, m uuid, s mail_state, n int)`);
}
