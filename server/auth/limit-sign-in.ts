import { createHash } from "node:crypto";
import { APIError } from "better-auth/api";
import type { Db } from "#db/client.ts";
import { countAttempt } from "./count-attempt.ts";

const minute = 60_000;

type Limit = { max: number; window: number };

/**
 * Counts one attempt to sign in as `email` from `address`, known or not, so that the answer is the same for
 * both: 10 in five minutes from one address, 100 in an hour from all together (NIST SP 800-63B 5.2.2).
 *
 * @throws APIError 429 with the seconds to wait in `X-Retry-After`
 */
export async function limitSignIn(db: Db, email: string, address: string, now: Date): Promise<void> {
  const account = hashed(email);
  await limit(db, now, [
    [`sign-in|${account}|${address}`, { max: 10, window: 5 * minute }],
    [`sign-in|${account}`, { max: 100, window: 60 * minute }],
  ]);
}

/** The same for links by mail to `email`: 5 in fifteen minutes from one address, 20 in an hour from all together. */
export async function limitLinks(db: Db, email: string, address: string, now: Date): Promise<void> {
  const account = hashed(email);
  await limit(db, now, [
    [`link|${account}|${address}`, { max: 5, window: 15 * minute }],
    [`link|${account}`, { max: 20, window: 60 * minute }],
  ]);
}

/** The same for the second factor of somebody whose first one was right: 10 codes in fifteen minutes, 60 in a day. */
export async function limitCodes(db: Db, userId: string, now: Date): Promise<void> {
  await limit(db, now, [
    [`code|${userId}`, { max: 10, window: 15 * minute }],
    [`code-a-day|${userId}`, { max: 60, window: 24 * 60 * minute }],
  ]);
}

const hashed = (email: string) => createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");

async function limit(db: Db, now: Date, limits: [key: string, limit: Limit][]): Promise<void> {
  const waits: number[] = [];
  for (const [key, one] of limits) waits.push(await countAttempt(db, key, one, now));
  const wait = Math.max(...waits);
  if (wait === 0) return;
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts to sign in." },
    { "X-Retry-After": String(wait) },
  );
}
