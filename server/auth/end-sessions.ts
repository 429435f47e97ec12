import { and, eq, ne, notExists, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { members, sessions } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import { notFound } from "#server/errors.ts";

/** Who asks, and by which session. */
type Asking = { id: string; sessionId: string };

/**
 * Ends one of one's own sessions; its browser is signed out with its next request, its live stream within 5 s.
 * @throws NOT_FOUND when it has ended already, or is somebody else's.
 */
export async function endSession(db: Db, user: Asking, input: { id: string }): Promise<{ id: string }> {
  const [row] = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, user.id), eq(sessions.id, input.id)))
    .returning({ id: sessions.id });
  if (!row) throw notFound("session");
  return row;
}

/** Ends all of one's sessions but the one that asks. Returns how many there were. */
export async function endOtherSessions(db: Db, user: Asking): Promise<{ ended: number }> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, user.id), ne(sessions.id, user.sessionId)))
    .returning({ id: sessions.id });
  return { ended: rows.length };
}

/**
 * Signs somebody out everywhere, who was taken out of a workspace or given another role there (ASVS 5.0, 7.4.2): unless
 * they work in another workspace too, which this one has no say about. What they may do here is asked of `members` with
 * every request anyway. The session that asks stays.
 */
export function endSessionsOf({ rt, user, svar }: Asked, userId: string): Promise<unknown> {
  return atTheDoor(rt.connection.db, (tx) => {
    const elsewhere = tx
      .select({ one: sql`1` })
      .from(members)
      .where(and(eq(members.userId, userId), ne(members.workspaceId, svar.workspaceId)));
    const theirs = and(eq(sessions.userId, userId), ne(sessions.id, user.sessionId));
    return tx.delete(sessions).where(and(theirs, notExists(elsewhere)));
  });
}

/** A request in a workspace. */
type Asked = {
  rt: { connection: { db: Db } };
  user: { sessionId: string };
  svar: { workspaceId: string };
};
