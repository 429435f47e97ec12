import { sql } from "drizzle-orm";
import { type Ctx, memberId } from "#server/context.ts";

/** Says for the rest of the transaction who tells of contacts, and by which way, for the history of their grounds (migration 0084). */
export async function sayWhoTells(ctx: Ctx, cameBy: string): Promise<void> {
  await ctx.db.execute(sql`
    SELECT set_config('app.came_by', ${cameBy}, true), set_config('app.told_by', ${memberId(ctx.actor) ?? ""}, true)`);
}
