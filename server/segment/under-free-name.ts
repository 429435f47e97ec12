import { DrizzleQueryError } from "drizzle-orm";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

const uniqueViolation = "23505";

/** Runs `write`. @throws CONFLICT at the field `name` when that name is taken, by an own segment or by a shared one. */
export async function underFreeName<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const cause = error instanceof DrizzleQueryError ? error.cause : error;
    if (!(cause instanceof Error && "code" in cause && cause.code === uniqueViolation)) throw error;
    throw new DomainError("CONFLICT", refusal("segmentTaken", { name }), "name");
  }
}
