import { sqlStateOf } from "#db/sql-state.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

const uniqueViolation = "23505";

/** Runs `write`. @throws CONFLICT at the field `name` when that name is taken, by an own segment or by a shared one. */
export async function underFreeName<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlStateOf(error) !== uniqueViolation) throw error;
    throw new DomainError("CONFLICT", refusal("segmentTaken", { name }), "name");
  }
}
