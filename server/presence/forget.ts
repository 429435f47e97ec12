import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/** Deletes what is true no longer; of all workspaces, as svar_door. */
export async function forgetPresences(tx: Db | Tx, now: Date): Promise<void> {
  await tx.execute(sql`DELETE FROM case_presences WHERE until < ${now.toISOString()}::timestamptz`);
}
