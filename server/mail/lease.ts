import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { outboundMails } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { change, momentOf, unlessCancelled } from "./change.ts";
import { leaseSeconds } from "./claim.ts";

export type MailKey = Pick<typeof outboundMails.$inferSelect, "workspaceId" | "id">;

const keysOf = (mails: MailKey[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(
    mails.map((mail) => ({ w: mail.workspaceId, m: mail.id })),
  )}::jsonb) AS k(w uuid, m uuid)`;

/**
 * Renews the lease of those of `mails` that are still ours under `token`. Returns their ids; what is missing
 * was taken away, by a pause or because the lease had run out, and must not be sent.
 */
export function renewLease(db: Db, token: string, mails: MailKey[], at?: Date): Promise<Set<string>> {
  return atTheDoor(db, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      UPDATE outbound_mails m SET lease_until = ${momentOf(at)} + make_interval(secs => ${leaseSeconds})
      FROM ${keysOf(mails)}
      WHERE m.workspace_id = k.w AND m.id = k.m AND m.lease_token = ${token} AND m.state = 'sending'
      RETURNING m.id`);
    return new Set(rows.map(({ id }) => id));
  });
}

/**
 * Notes that the message of each of `mails` is about to be handed over: from here on a crash leaves it in
 * doubt. Returns the ids that may go. Those of a campaign that is no longer running, and those that are no
 * longer ours, may not.
 */
export function markDataStarted(db: Db, token: string, mails: MailKey[], at?: Date): Promise<Set<string>> {
  return atTheDoor(db, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      UPDATE outbound_mails m SET data_started_at = ${momentOf(at)}
      FROM ${keysOf(mails)}
      WHERE m.workspace_id = k.w AND m.id = k.m AND m.lease_token = ${token} AND m.state = 'sending'
        AND (m.campaign_id IS NULL OR EXISTS (SELECT FROM campaigns c
          WHERE c.workspace_id = m.workspace_id AND c.id = m.campaign_id AND c.state = 'running'))
      RETURNING m.id`);
    return new Set(rows.map(({ id }) => id));
  });
}

/** Gives `mails` back unsent, the attempt uncounted: at shutdown, when the transport is down, when held back. */
export async function releaseLease(db: Db, token: string, mails: MailKey[], at?: Date): Promise<void> {
  if (mails.length === 0) return;
  await atTheDoor(db, (tx) =>
    change(
      tx,
      momentOf(at),
      sql`UPDATE outbound_mails m
        SET state = ${unlessCancelled(sql`'queued'`)}, attempts = m.attempts - 1,
          lease_token = NULL, lease_until = NULL
        FROM ${keysOf(mails)}
        WHERE m.workspace_id = k.w AND m.id = k.m AND m.lease_token = ${token} AND m.state = 'sending'
          AND m.data_started_at IS NULL`,
    ),
  );
}
