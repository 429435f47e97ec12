import { eq, sql } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { inviteAudience } from "#server/invitation/invite.ts";
import type { ExclusionReason } from "#server/invitation/rules.ts";
import { type CampaignRow, changeState } from "./change-state.ts";
import { excludedBy, invitedBy } from "./count-mails.ts";
import { requireCampaign } from "./queries.ts";
import { type CampaignState, firstSending, waitsForItsTime } from "./rules.ts";

export type Started = {
  id: string;
  state: CampaignState;
  invited: number;
  excluded: Partial<Record<ExclusionReason, number>>;
};

/**
 * Starts a campaign: state, invitations, exclusions and mails in the one transaction of `ctx`. A campaign
 * whose time lies ahead is scheduled, and its people are chosen when the time comes. Starting again changes
 * nothing and has the same answer.
 * @throws NOT_FOUND, and CONFLICT when it was cancelled.
 */
export async function startCampaign(ctx: Ctx, input: { id: string }): Promise<Started> {
  // The second of two starts at once waits for the first, however many people that one has.
  await ctx.db.execute(sql`SELECT set_config('lock_timeout', '120s', true)`);
  const known = await requireCampaign(ctx, input.id);
  const waits = waitsForItsTime(known, ctx.now);
  const { campaign, changed } = await (waits
    ? changeState(ctx, input.id, "schedule")
    : changeState(ctx, input.id, "start", { startedAt: ctx.now }));
  if (changed && !waits) await invite(ctx, campaign);
  return {
    id: campaign.id,
    state: campaign.state,
    invited: await invitedBy(ctx, campaign.id),
    excluded: await excludedBy(ctx, campaign.id),
  };
}

async function invite(ctx: Ctx, campaign: CampaignRow): Promise<void> {
  const [workspace] = await ctx.db
    .select({ timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  await inviteAudience(ctx, campaign, firstSending(campaign.sendingHours, workspace!.timezone, ctx.now));
}
