import type { Ctx } from "#server/context.ts";
import { type CampaignRow, changeState } from "./change-state.ts";

/**
 * Makes a campaign that waits for its time a draft again. Returns the row.
 * @throws NOT_FOUND, and CONFLICT when its time has come.
 */
export async function unscheduleCampaign(ctx: Ctx, input: { id: string }): Promise<CampaignRow> {
  const { campaign } = await changeState(ctx, input.id, "unschedule");
  return campaign;
}
