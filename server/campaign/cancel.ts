import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { cancelMails } from "#server/mail/withdraw.ts";
import { type CampaignRow, changeState } from "./change-state.ts";

/**
 * Ends a campaign: what has not been handed over is never sent. Whoever got the mail can still answer.
 * Returns the row.
 * @throws NOT_FOUND, and CONFLICT when everybody has got it already.
 */
export async function cancelCampaign(ctx: Ctx, input: { id: string }): Promise<CampaignRow> {
  const { campaign, changed } = await changeState(ctx, input.id, "cancel", { finishedAt: ctx.now });
  if (!changed) return campaign;
  await cancelMails(ctx, campaign.id);
  await recordAct(ctx, "sending.cancelled", { id: campaign.id, label: campaign.name });
  return campaign;
}
