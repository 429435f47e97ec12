import { sqlStateOf } from "#db/sql-state.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/** Of a U+0000 in a text, and in JSON: PostgreSQL holds every character but that one. */
const zero: ReadonlySet<string | null> = new Set(["22021", "22P05"]);

/** The refusal that an error is when the database gave it because a text had a U+0000 in it; every other error as it is. */
export function refusingZeros(error: unknown): unknown {
  return zero.has(sqlStateOf(error)) ? new DomainError("INVALID", refusal("zeroCharacter")) : error;
}
