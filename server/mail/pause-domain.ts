import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { atTheDoor } from "#server/context.ts";
import { momentOf } from "./change.ts";

const firstRoom = { concurrency: 10, perMinute: 300 };
const firstPauseSeconds = 60;
const longestPauseSeconds = 15 * 60;
const easeAfterMinutes = 10;

/**
 * Gives the receiving `domain` a rest after a 421 or 4.7.x (RELIABILITY.md A7): 1 min, then 2, 4 … 15, and
 * from then on half of what it got before. `reply` is what it said. What several workers are told during one
 * rest is one strike.
 */
export async function pauseDomain(db: Db, domain: string, reply: string, at?: Date): Promise<void> {
  const now = momentOf(at);
  const reason = /\b\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(reply)?.[0] ?? "421";
  await atTheDoor(db, (tx) =>
    tx.execute(sql`
      INSERT INTO mail_domains AS d (domain, paused_until, strikes, reason, concurrency, per_minute, updated_at)
      VALUES (${domain}, ${now} + make_interval(secs => ${firstPauseSeconds}), 1, ${reason},
        ${firstRoom.concurrency}, ${firstRoom.perMinute}, ${now})
      ON CONFLICT (domain) DO UPDATE SET
        paused_until = ${now}
          + make_interval(secs => least(${firstPauseSeconds} * 2 ^ least(d.strikes, 10), ${longestPauseSeconds})),
        strikes = d.strikes + 1, reason = excluded.reason, updated_at = excluded.updated_at,
        concurrency = greatest(1, d.concurrency / 2), per_minute = greatest(10, d.per_minute / 2)
      WHERE d.paused_until <= ${now}`),
  );
}

/** Doubles what a domain gets for every ten minutes in peace, until it is like any other again, or has its usual limits. */
export async function easeDomains(db: Db, at?: Date): Promise<void> {
  const now = momentOf(at);
  const inPeace = sql`paused_until < ${now} - make_interval(mins => ${easeAfterMinutes})
    AND updated_at < ${now} - make_interval(mins => ${easeAfterMinutes})`;
  await atTheDoor(db, async (tx) => {
    await tx.execute(
      sql`DELETE FROM mail_domains WHERE strikes <= 1 AND usual_concurrency IS NULL AND ${inPeace}`,
    );
    await tx.execute(sql`UPDATE mail_domains SET strikes = strikes - 1, updated_at = ${now},
      concurrency = least(concurrency * 2, usual_concurrency),
      per_minute = least(per_minute * 2, usual_per_minute) WHERE strikes > 0 AND ${inPeace}`);
  });
}
