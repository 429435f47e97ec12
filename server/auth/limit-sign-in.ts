import { createHash } from "node:crypto";
import { APIError } from "better-auth/api";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newId } from "#db/id.ts";
import { rateLimits } from "#db/schema/index.ts";

const minute = 60_000;

/**
 * Counts one attempt to sign in as `email` from `address`, known or not, so that the answer is the same for
 * both: 10 in five minutes from one address, 100 in an hour from all together (NIST SP 800-63B 5.2.2).
 *
 * better-auth clears counters that rested for a minute; whoever waits that long stays below both limits.
 *
 * @throws APIError 429 with the seconds to wait in `X-Retry-After`
 */
export async function limitSignIn(db: Db, email: string, address: string, now: Date): Promise<void> {
  const account = createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
  const waits = [
    await count(db, `sign-in|${account}|${address}`, { max: 10, window: 5 * minute }, now),
    await count(db, `sign-in|${account}`, { max: 100, window: 60 * minute }, now),
  ];
  const wait = Math.max(...waits);
  if (wait === 0) return;
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts to sign in." },
    { "X-Retry-After": String(wait) },
  );
}

/** Seconds until `key` may be tried again; 0 when it may now. Windows are fixed, so one statement decides. */
async function count(
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
