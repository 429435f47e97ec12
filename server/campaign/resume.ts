import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { type CampaignRow, changeState } from "./change-state.ts";

/**
 * Lets a paused campaign go on with those who have not got their mail. Returns the row.
 * @throws NOT_FOUND, and CONFLICT when it is not paused.
 */
export async function resumeCampaign(ctx: Ctx, input: { id: string }): Promise<CampaignRow> {
  const { campaign, changed } = await changeState(ctx, input.id, "resume", {
    pausedBecause: null,
    watchedSince: ctx.now,
  });
  if (changed) await recordAct(ctx, "sending.resumed", { id: campaign.id, label: campaign.name });
  ctx.nudge("outbox");
  return campaign;
}
