import { createHash } from "node:crypto";
import { APIError } from "better-auth/api";
import type { Db } from "#db/client.ts";
import { countAttempt } from "./count-attempt.ts";

const minute = 60_000;

/**
 * Counts one attempt to sign in as `email` from `address`, known or not, so that the answer is the same for
 * both: 10 in five minutes from one address, 100 in an hour from all together (NIST SP 800-63B 5.2.2).
 *
 * @throws APIError 429 with the seconds to wait in `X-Retry-After`
 */
export async function limitSignIn(db: Db, email: string, address: string, now: Date): Promise<void> {
  const account = createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
  const waits = [
    await countAttempt(db, `sign-in|${account}|${address}`, { max: 10, window: 5 * minute }, now),
    await countAttempt(db, `sign-in|${account}`, { max: 100, window: 60 * minute }, now),
  ];
  const wait = Math.max(...waits);
  if (wait === 0) return;
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts to sign in." },
    { "X-Retry-After": String(wait) },
  );
}
