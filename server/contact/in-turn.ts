import { sqlStateOf } from "#db/sql-state.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/** unique_violation, lock_not_available, deadlock_detected: somebody else is writing the same contacts. */
const meanwhile: ReadonlySet<string | null> = new Set(["23505", "55P03", "40P01"]);

/** Runs `write`. @throws CONFLICT, in words, when the same contacts are being changed at this moment. */
export async function inTurn<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!meanwhile.has(sqlStateOf(error))) throw error;
    throw new DomainError("CONFLICT", refusal("contactsBusy"));
  }
}
