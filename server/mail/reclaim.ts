import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { atTheDoor } from "#server/context.ts";
import { change, momentOf, unlessCancelled } from "./change.ts";

/**
 * Frees the mails whose worker has not renewed its lease (RELIABILITY.md 2.2, A3): untouched by the server
 * when the message was not begun, else in doubt, which is resolved by one more try with the same Message-ID
 * and shown when that ends in doubt too. The lease's token stays, so that a worker that was only slow can
 * still report what it sent. Returns how many were freed.
 */
export function reclaimExpired(db: Db, at?: Date): Promise<number> {
  const now = momentOf(at);
  return atTheDoor(db, async (tx) => {
    const freed = await change(
      tx,
      now,
      sql`UPDATE outbound_mails m
        SET state = CASE WHEN m.data_started_at IS NULL THEN ${unlessCancelled(sql`'queued'`)}
            WHEN m.doubts > 0 THEN 'in_doubt' ELSE ${unlessCancelled(sql`'deferred'`)} END,
          doubts = CASE WHEN m.data_started_at IS NULL THEN m.doubts ELSE m.doubts + 1 END,
          next_attempt_at = ${now}, lease_until = NULL
        FROM (SELECT workspace_id, id FROM outbound_mails
          WHERE state = 'sending' AND lease_until < ${now} FOR UPDATE SKIP LOCKED) AS expired
        WHERE m.workspace_id = expired.workspace_id AND m.id = expired.id`,
      sql`CASE WHEN m.data_started_at IS NULL THEN 'the worker vanished before the message was begun'
        ELSE 'the worker vanished while the message was handed over: it may have arrived' END`,
    );
    return freed.length;
  });
}
