import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newId } from "#db/id.ts";
import { rateLimits } from "#db/schema/index.ts";

/**
 * Counts one attempt under `key` and returns the seconds until `key` may try again: 0 while it may now. At most
 * `max` are let through in each window of `window` milliseconds.
 *
 * Windows are fixed, so one statement decides for all processes, and steady traffic below the limit is never
 * stopped; a window that begins anew with each attempt would stop an office that never rests.
 */
export async function countAttempt(
  db: Db,
  key: string,
  limit: { max: number; window: number },
  now: Date,
): Promise<number> {
  const window = Math.floor(now.getTime() / limit.window);
  const [row] = await db
    .insert(rateLimits)
    .values({ id: newId(now.getTime()), key: `${key}|${window}`, count: 1, lastRequest: now.getTime() })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { count: sql`${rateLimits.count} + 1`, lastRequest: now.getTime() },
    })
    .returning({ count: rateLimits.count });
  return row!.count <= limit.max ? 0 : Math.ceil(((window + 1) * limit.window - now.getTime()) / 1000);
}
