import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { sessions, users } from "#db/schema/index.ts";
import { atTheDoor, type Ctx } from "#server/context.ts";
import { findProvider, provenDomains } from "./queries.ts";

type Asked = { rt: { connection: { db: Db } }; user: { sessionId: string }; svar: Ctx };

/** Signs out, but for the session that asks, whoever must sign in by the company's provider now and came in otherwise. */
export async function endOtherWaysIn({ rt, user, svar }: Asked): Promise<void> {
  const [provider, domains] = [await findProvider(svar), await provenDomains(svar)];
  if (!provider?.demandedAt || domains.length === 0) return;
  const { db } = rt.connection;
  const theirs = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        inArray(sql`lower(split_part(${users.email}, '@', 2))`, domains),
        ne(users.id, provider.keptId ?? ""),
      ),
    );
  const ids = theirs.map(({ id }) => id);
  const others = and(isNull(sessions.byWorkspace), ne(sessions.id, user.sessionId));
  await atTheDoor(db, (tx) => tx.delete(sessions).where(and(others, inArray(sessions.userId, ids))));
}

/** Signs out, but for the session that asks, whoever came in by the workspace's provider. */
export async function endSessionsByProvider({ rt, user, svar }: Asked): Promise<void> {
  const theirs = and(eq(sessions.byWorkspace, svar.workspaceId), ne(sessions.id, user.sessionId));
  await atTheDoor(rt.connection.db, (tx) => tx.delete(sessions).where(theirs));
}
