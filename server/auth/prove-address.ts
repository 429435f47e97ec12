import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { credentials, sessions, users } from "#db/schema/index.ts";

/** Notes that somebody has shown, by a link that was mailed to it, that the address of their account is theirs. */
export async function proveAddress(db: Pick<Db, "update">, userId: string): Promise<void> {
  await db
    .update(users)
    .set({ emailVerified: true })
    .where(and(eq(users.id, userId), eq(users.emailVerified, false)));
}

/**
 * The same, where the link lets in whoever holds it: what was set before the address was proven may be somebody else's,
 * who signed up with it first. Password and sessions go; a second factor cannot be there yet (factor.ts).
 */
export function confirmAddress(db: Db, userId: string): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.delete(credentials).where(eq(credentials.userId, userId));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await proveAddress(tx, userId);
  });
}
