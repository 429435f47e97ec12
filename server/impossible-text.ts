import { postgresErrorOf } from "#db/sql-state.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/** Of a U+0000 in a text, and in JSON: PostgreSQL holds every character but that one. */
const zero: ReadonlySet<string> = new Set(["22021", "22P05"]);

/**
 * The refusal that an error is when the database gave it because of what no text can have, a U+0000 or, in JSON, half
 * a surrogate pair (RFC 8259 §8.2); every other error as it is.
 */
export function refusingImpossibleText(error: unknown): unknown {
  const { code, routine } = postgresErrorOf(error) ?? {};
  if (code && zero.has(code)) return new DomainError("INVALID", refusal("zeroCharacter"));
  // What we send as JSON is well-formed but for that, and its message may be in the database's language.
  if (code === "22P02" && routine?.includes("json"))
    return new DomainError("INVALID", refusal("halfCharacter"));
  return error;
}
