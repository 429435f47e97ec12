import { sql } from "drizzle-orm";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { inviteAudience } from "#server/invitation/invite.ts";
import type { ExclusionReason } from "#server/invitation/rules.ts";
import { refusal } from "#server/refusal.ts";
import { type CampaignRow, changeState } from "./change-state.ts";
import { excludedBy, invitedBy } from "./count-mails.ts";
import { noteHold } from "./note-hold.ts";
import { findWave, requireCampaign } from "./queries.ts";
import { requireNeutral } from "./require-neutral.ts";
import { type CampaignState, dripWindows, firstSending, holdMs, waitsForItsTime } from "./rules.ts";
import { hoursFor, noteTestEnd, requireTestable, restWaitsUntil } from "./start-test.ts";
import { startWave } from "./start-wave.ts";

export type Started = {
  id: string;
  state: CampaignState;
  invited: number;
  excluded: Partial<Record<ExclusionReason, number>>;
};

/**
 * Starts a campaign: state, invitations, exclusions and mails in the one transaction of `ctx`. A campaign
 * whose time lies ahead is scheduled, and its people are chosen when the time comes. Of a recurring one the
 * wave whose time has come is started, and counted; the campaign itself waits for the next. One that asks after
 * events listens from then on. `held` keeps the
 * first mail back for a minute in which it can be stopped. Starting again changes nothing and has the same answer.
 * @throws NOT_FOUND, CONFLICT when it was cancelled, INVALID when its sample cannot be drawn or it is not as neutral as it says.
 */
export async function startCampaign(ctx: Ctx, input: { id: string; held?: boolean }): Promise<Started> {
  // The second of two starts at once waits for the first, however many people that one has.
  await ctx.db.execute(sql`SELECT set_config('lock_timeout', '120s', true)`);
  const known = await requireCampaign(ctx, input.id);
  requireSampling(known);
  requireTestable(known);
  if (known.state === "draft") await requireNeutral(ctx, known);
  if (waitsForItsTime(known, ctx.now)) {
    const anchor = known.state === "draft" ? { anchorAt: known.sendAt } : {};
    const { campaign, changed } = await changeState(ctx, input.id, "schedule", anchor);
    const at = campaign.sendAt?.toISOString() ?? null;
    const scheduled = { id: campaign.id, label: campaign.name, after: { at } };
    if (changed) await recordAct(ctx, "sending.scheduled", scheduled);
    return counted(ctx, campaign);
  }
  if (known.timing.kind === "recurring") {
    const { series, wave } = await startWave(ctx, known);
    if (wave) await invite(ctx, wave, input.held);
    return started(ctx, series, wave !== null);
  }
  const { campaign, changed } = await changeState(ctx, input.id, "start", { startedAt: ctx.now });
  if (changed) await invite(ctx, campaign, input.held);
  return started(ctx, campaign, changed);
}

async function started(ctx: Ctx, campaign: CampaignRow, changed: boolean): Promise<Started> {
  const now = await counted(ctx, campaign);
  const left = Object.values(now.excluded).reduce((sum, n) => sum + n, 0);
  const after = { invited: now.invited, leftOut: left };
  if (changed) await recordAct(ctx, "sending.started", { id: campaign.id, label: campaign.name, after });
  return now;
}

/** Nobody knows how many events there will be, so of them a share is drawn, not a number. */
function requireSampling({ timing, sampling }: CampaignRow): void {
  if (timing.kind === "event" && sampling && "most" in sampling) {
    throw invalid("sampling", refusal("eventsShare"));
  }
}

async function invite(ctx: Ctx, campaign: CampaignRow, held = false): Promise<void> {
  const { timing, sendingHours: hours, abTest } = campaign;
  if (timing.kind === "event") return;
  const from = held ? new Date(ctx.now.getTime() + holdMs) : ctx.now;
  await inviteAudience(ctx, campaign, (timezone, part) => {
    if (timing.kind === "drip") return dripWindows(hours, timezone, from, timing.days);
    const opens =
      abTest && part === "rest"
        ? restWaitsUntil(from)
        : firstSending(hoursFor(campaign, part), timezone, from);
    return [{ opens, closes: opens }];
  });
  if (abTest) await noteTestEnd(ctx, campaign.id, abTest.hours);
  if (held) await noteHold(ctx, campaign.id, from);
}

/** A campaign's state with its counts, or those of its newest wave. */
async function counted(ctx: Ctx, { id, state, wave }: CampaignRow): Promise<Started> {
  const sentAs = (wave > 0 && (await findWave(ctx, id, wave))) || id;
  return { id, state, invited: await invitedBy(ctx, sentAs), excluded: await excludedBy(ctx, sentAs) };
}
