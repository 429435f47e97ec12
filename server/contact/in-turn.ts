import { DrizzleQueryError } from "drizzle-orm";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/** unique_violation, lock_not_available, deadlock_detected: somebody else is writing the same contacts. */
const meanwhile = new Set(["23505", "55P03", "40P01"]);

/** Runs `write`. @throws CONFLICT, in words, when the same contacts are being changed at this moment. */
export async function inTurn<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const cause = error instanceof DrizzleQueryError ? error.cause : error;
    if (!(cause instanceof Error && "code" in cause && meanwhile.has(String(cause.code)))) throw error;
    throw new DomainError("CONFLICT", refusal("contactsBusy"));
  }
}
