import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { OutboundMail } from "./rendered.ts";

/** How many mails more a receiving domain may get now, from all workers together. */
export type DomainRoom = { domain: string; room: number };

/**
 * The rooms of the domains that asked for patience, locked until the transaction's end, so that two workers
 * cannot both take what is left; so are those of domains with limits of their own. All others have no bounds.
 */
export async function domainRooms(tx: Tx, now: SQL): Promise<DomainRoom[]> {
  const held = await tx.execute(sql`SELECT FROM mail_domains ORDER BY domain FOR UPDATE`);
  if (held.length === 0) return [];
  const rows = await tx.execute<DomainRoom>(sql`
    SELECT d.domain, CASE WHEN d.paused_until > ${now} THEN 0 ELSE greatest(0, least(
      d.concurrency - (SELECT count(*) FROM outbound_mails m WHERE m.state = 'sending' AND m.to_domain = d.domain),
      d.per_minute - CASE WHEN d.minute_began > ${now} - interval '1 minute' THEN d.minute_count ELSE 0 END
    )) END::int AS room
    FROM mail_domains d`);
  return [...rows];
}

/** Counts the claimed `mails` into the minute of their domains. */
export async function countTaken(tx: Tx, now: SQL, mails: Pick<OutboundMail, "toDomain">[]): Promise<void> {
  const counts = [...Map.groupBy(mails, (mail) => mail.toDomain)].map(([d, { length }]) => ({
    d,
    n: length,
  }));
  await tx.execute(sql`
    UPDATE mail_domains SET
      minute_count = t.n + CASE WHEN minute_began > ${now} - interval '1 minute' THEN minute_count ELSE 0 END,
      minute_began = CASE WHEN minute_began > ${now} - interval '1 minute' THEN minute_began ELSE ${now} END
    FROM jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS t(d text, n int)
    WHERE domain = t.d`);
}
