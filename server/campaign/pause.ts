import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { recallMails } from "#server/mail/withdraw.ts";
import { type CampaignRow, changeState } from "./change-state.ts";

/**
 * Stops a campaign's mails that have not been handed over, at once. `because`: why Svar does it by itself; left
 * out when a person does. Returns the row.
 * @throws NOT_FOUND, and CONFLICT when it is not being sent.
 */
export async function pauseCampaign(
  ctx: Ctx,
  input: { id: string; because?: NonNullable<CampaignRow["pausedBecause"]> },
): Promise<CampaignRow> {
  const pausedBecause = input.because ?? null;
  const { campaign, changed } = await changeState(ctx, input.id, "pause", { pausedBecause });
  if (!changed) return campaign;
  await recallMails(ctx, campaign.id);
  const { id, name: label } = campaign;
  await recordAct(ctx, "sending.paused", {
    id,
    label,
    after: pausedBecause ? { because: pausedBecause } : {},
  });
  return campaign;
}
