import { and, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { sessions } from "#db/schema/index.ts";
import { expiryOf, isWorthNoting } from "./session-rules.ts";

/** Writes down that a session is used at `now`, so that it goes on; one that has ended stays ended. */
export async function noteUse(
  db: Db,
  session: { id: string; createdAt: Date; updatedAt: Date; byWorkspace?: string | null },
  now: Date,
): Promise<void> {
  if (!isWorthNoting(session.updatedAt, now)) return;
  await db
    .update(sessions)
    .set({ updatedAt: now, expiresAt: expiryOf(session.createdAt, now, Boolean(session.byWorkspace)) })
    .where(and(eq(sessions.id, session.id), gt(sessions.expiresAt, now)));
}
