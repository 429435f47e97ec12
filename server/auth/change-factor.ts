import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { sessions } from "#db/schema/index.ts";
import type { Auth } from "./auth.ts";
import { browserName, inOneLine } from "./browser-name.ts";
import { endOtherSessions } from "./end-sessions.ts";
import type { NoticeKind } from "./notices.ts";

type Account = { db: Db; auth: Auth; user: { id: string; sessionId: string } };

/**
 * Does `change` to the ways somebody signs in by, then ends their other sessions (ASVS 5.0, 7.4.3) and tells them by mail.
 * Returns what `change` does.
 */
export async function changeFactor<T>(
  { db, auth, user }: Account,
  kind: NoticeKind,
  change: () => Promise<T>,
): Promise<T> {
  const done = await change();
  await endOtherSessions(db, user);
  const [session] = await db
    .select({ userAgent: sessions.userAgent })
    .from(sessions)
    .where(eq(sessions.id, user.sessionId));
  await auth.tell(user.id, { kind, browser: inOneLine(browserName(session?.userAgent)) });
  return done;
}
