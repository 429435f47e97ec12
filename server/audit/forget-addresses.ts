import { subDays } from "date-fns";
import { and, eq, lt } from "drizzle-orm";
import { auditAddresses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** For how many days the whole address of an act is known; its network stays (RELIABILITY.md K6). */
const addressDays = 7;

/** Forgets the addresses of acts that are seven days old or older. */
export async function forgetAddresses(ctx: Ctx): Promise<void> {
  await ctx.db
    .delete(auditAddresses)
    .where(
      and(
        eq(auditAddresses.workspaceId, ctx.workspaceId),
        lt(auditAddresses.at, subDays(ctx.now, addressDays)),
      ),
    );
}
