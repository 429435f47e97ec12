import { and, eq, gt, lte } from "drizzle-orm";
import { campaigns, outboundMails } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { requireCampaign } from "./queries.ts";

/**
 * Lets the mails leave that are kept back for the minute after the start. Returns whether there were any to wait
 * for; called again, or later, it changes nothing.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function endHold(ctx: Ctx, input: { id: string }): Promise<boolean> {
  const { holdUntil, name } = await requireCampaign(ctx, input.id);
  if (!holdUntil || holdUntil <= ctx.now) return false;
  await ctx.db
    .update(campaigns)
    .set({ holdUntil: null })
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, input.id)));
  await ctx.db
    .update(outboundMails)
    .set({ nextAttemptAt: ctx.now })
    .where(
      and(
        eq(outboundMails.workspaceId, ctx.workspaceId),
        eq(outboundMails.campaignId, input.id),
        eq(outboundMails.state, "queued"),
        gt(outboundMails.nextAttemptAt, ctx.now),
        lte(outboundMails.nextAttemptAt, holdUntil),
      ),
    );
  await recordAct(ctx, "sending.hold_ended", { id: input.id, label: name });
  ctx.nudge("campaigns", input.id);
  ctx.nudge("outbox");
  return true;
}
