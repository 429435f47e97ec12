import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { knownBrowsers } from "#db/schema/index.ts";

/** Remembers that somebody signed in in `browser`. Returns whether it is new, and not the first one of all. */
export async function noteBrowser(db: Db, userId: string, browser: string, now: Date): Promise<boolean> {
  const [row] = await db
    .insert(knownBrowsers)
    .values({ userId, browser, firstSeenAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [knownBrowsers.userId, knownBrowsers.browser],
      set: { lastSeenAt: now },
    })
    .returning({
      isNew: sql<boolean>`xmax = 0`,
      hasOthers: sql<boolean>`EXISTS (SELECT FROM known_browsers k WHERE k.user_id = ${userId} AND k.browser <> ${browser})`,
    });
  return row!.isNew && row!.hasOthers;
}
