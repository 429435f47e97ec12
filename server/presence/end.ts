import { and, eq } from "drizzle-orm";
import { casePresences } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import type { EndPresence } from "./schema.ts";

/** Notes that a tab of the acting member left a case. */
export async function endPresence(ctx: Ctx, { caseId, tab }: EndPresence): Promise<void> {
  const [ended] = await ctx.db
    .delete(casePresences)
    .where(
      and(
        eq(casePresences.workspaceId, ctx.workspaceId),
        eq(casePresences.caseId, caseId),
        eq(casePresences.memberId, memberId(ctx.actor) ?? ""),
        eq(casePresences.tab, tab),
      ),
    )
    .returning({ tab: casePresences.tab });
  if (ended) ctx.nudge("presences", caseId);
}
