import { and, eq, isNull } from "drizzle-orm";
import { alertNews, alerts } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { factsOf } from "./create.ts";
import { requireAlert } from "./queries.ts";
import type { AlertId } from "./schema.ts";

/**
 * Ends an alert: nothing is told by it any more, not even what waits.
 * @throws NOT_FOUND when the acting member has no such alert.
 */
export async function endAlert(ctx: Ctx, { alertId }: AlertId): Promise<void> {
  const alert = await requireAlert(ctx, alertId);
  await recordAct(ctx, "alerts.ended", { id: alertId, before: factsOf(alert) });
  await ctx.db
    .update(alerts)
    .set({ endedAt: ctx.now, endedBy: memberId(ctx.actor) })
    .where(and(eq(alerts.workspaceId, ctx.workspaceId), eq(alerts.id, alertId)));
  await ctx.db
    .delete(alertNews)
    .where(
      and(
        eq(alertNews.workspaceId, ctx.workspaceId),
        eq(alertNews.alertId, alertId),
        isNull(alertNews.messageId),
      ),
    );
}
