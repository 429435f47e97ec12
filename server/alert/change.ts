import { and, eq } from "drizzle-orm";
import { alerts } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { factsOf, requireTellable } from "./create.ts";
import { requireAlert } from "./queries.ts";
import type { ChangeAlert } from "./schema.ts";

/**
 * Changes what an alert tells of, and how soon. What waits to be told goes when it was to go.
 * @throws NOT_FOUND when the acting member has no such alert; INVALID like `createAlert`.
 */
export async function changeAlert(ctx: Ctx, { alertId, ...content }: ChangeAlert): Promise<{ id: string }> {
  const { channelId, ...before } = await requireAlert(ctx, alertId);
  await requireTellable(ctx, { ...content, channelId });
  await ctx.db
    .update(alerts)
    .set({ ...content, changedAt: ctx.now, changedBy: memberId(ctx.actor) })
    .where(and(eq(alerts.workspaceId, ctx.workspaceId), eq(alerts.id, alertId)));
  const change = { before: factsOf(before), after: factsOf(content) };
  await recordAct(ctx, "alerts.changed", { id: alertId, ...change });
  return { id: alertId };
}
