import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { atTheDoor } from "#server/context.ts";

/** What a receiving domain gets at most, from all workers together: mails at once, and mails a minute. */
export type DomainLimit = { domain: string; concurrency: number; perMinute: number };

/**
 * Keeps the operator's `limits` (RELIABILITY.md A6), and no others. A domain that asked for patience goes on getting less
 * until it is in peace again.
 */
export async function keepDomainLimits(db: Db, limits: readonly DomainLimit[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(limits)}::jsonb)
    AS l (domain text, concurrency int, "perMinute" int)`;
  await atTheDoor(db, async (tx) => {
    await tx.execute(sql`
      UPDATE mail_domains SET usual_concurrency = NULL, usual_per_minute = NULL
      WHERE usual_concurrency IS NOT NULL AND domain NOT IN (SELECT domain FROM ${given})`);
    await tx.execute(sql`DELETE FROM mail_domains WHERE strikes = 0 AND usual_concurrency IS NULL`);
    await tx.execute(sql`
      INSERT INTO mail_domains AS known (domain, paused_until, strikes, reason, concurrency, per_minute,
        usual_concurrency, usual_per_minute, updated_at)
      SELECT domain, '-infinity', 0, 'DOMAIN_LIMITS', concurrency, "perMinute", concurrency, "perMinute", now()
      FROM ${given}
      ON CONFLICT (domain) DO UPDATE SET
        usual_concurrency = excluded.usual_concurrency, usual_per_minute = excluded.usual_per_minute,
        concurrency = CASE known.strikes WHEN 0 THEN excluded.concurrency
          ELSE least(known.concurrency, excluded.concurrency) END,
        per_minute = CASE known.strikes WHEN 0 THEN excluded.per_minute
          ELSE least(known.per_minute, excluded.per_minute) END`);
  });
}
