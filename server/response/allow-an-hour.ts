import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/** Lets each statement of this transaction take an hour: what goes through all answers there are is no request. */
export async function allowAnHour(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`SELECT set_config('statement_timeout', '1h', true)`);
}
