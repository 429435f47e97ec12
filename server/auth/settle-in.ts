import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { proveAddress } from "./prove-address.ts";

/**
 * What an invitation that was accepted says of a person's account: the address is theirs, and whoever had no language reads
 * in the one (BCP 47 tag) of the workspace.
 */
export async function settleIn(db: Db, userId: string, locale: string): Promise<void> {
  await proveAddress(db, userId);
  await db
    .update(users)
    .set({ locale: pickLocale(locale, "en") })
    .where(and(eq(users.id, userId), isNull(users.locale)));
}
