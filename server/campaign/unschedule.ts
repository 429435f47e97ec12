import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { type CampaignRow, changeState } from "./change-state.ts";

/**
 * Makes a campaign that waits for its time a draft again. Returns the row.
 * @throws NOT_FOUND, and CONFLICT when its time has come.
 */
export async function unscheduleCampaign(ctx: Ctx, input: { id: string }): Promise<CampaignRow> {
  const { campaign, changed } = await changeState(ctx, input.id, "unschedule");
  if (changed) await recordAct(ctx, "sending.unscheduled", { id: campaign.id, label: campaign.name });
  return campaign;
}
