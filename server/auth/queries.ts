import { and, desc, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { sessions } from "#db/schema/index.ts";
import { type BrowserName, browserName } from "./browser-name.ts";

/** Where somebody is signed in: this browser first, then by last use. `network` is the first address of a /24 or /48. */
export type OwnSession = BrowserName & {
  id: string;
  network: string | null;
  since: Date;
  lastUsed: Date;
  current: boolean;
};

/** All sessions of `user` that have not ended at `now`. */
export async function listSessions(
  db: Db,
  user: { id: string; sessionId: string },
  now: Date,
): Promise<OwnSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, user.id), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.updatedAt), desc(sessions.id));
  const own = rows.map(({ id, ipAddress, userAgent, createdAt, updatedAt }) => ({
    ...browserName(userAgent),
    id,
    network: ipAddress || null,
    since: createdAt,
    lastUsed: updatedAt,
    current: id === user.sessionId,
  }));
  return [...own.filter((one) => one.current), ...own.filter((one) => !one.current)];
}
