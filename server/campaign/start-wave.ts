import { and, eq, inArray } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { campaigns } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { type CampaignRow, changeState } from "./change-state.ts";
import { requireCampaign } from "./queries.ts";
import { nextWave, statesFor } from "./rules.ts";

/** `wave` is null when another call has started it already. */
export type StartedWave = { series: CampaignRow; wave: CampaignRow | null };

/**
 * Makes the next wave of a recurring campaign, a running campaign of its own with the series' settings, and lets
 * the series wait for the one after. Waves missed while nothing ran are not made up for. Its people are not chosen yet.
 * @throws CONFLICT when the series was cancelled.
 */
export async function startWave(ctx: Ctx, known: CampaignRow): Promise<StartedWave> {
  const { timing } = known;
  if (timing.kind !== "recurring") throw new Error(`campaign ${known.id} does not recur`);
  const anchorAt = (known.state === "draft" ? known.sendAt : known.anchorAt) ?? ctx.now;
  const sendAt = nextWave(timing, anchorAt, await timezoneOf(ctx), ctx.now);
  const [series] = await ctx.db
    .update(campaigns)
    .set({
      state: "scheduled",
      sendAt,
      anchorAt,
      wave: known.wave + 1,
      startedAt: known.startedAt ?? ctx.now,
    })
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        eq(campaigns.id, known.id),
        inArray(campaigns.state, statesFor("start")),
        // Of two calls for one wave the second finds that it has been counted.
        eq(campaigns.wave, known.wave),
      ),
    )
    .returning();
  if (!series) return { series: await alreadyStarted(ctx, known.id), wave: null };
  ctx.nudge("campaigns", series.id);
  return { series, wave: await makeWave(ctx, series) };
}

/** @throws CONFLICT unless the series waits for its next wave. */
async function alreadyStarted(ctx: Ctx, id: string): Promise<CampaignRow> {
  const series = await requireCampaign(ctx, id);
  return series.state === "scheduled" ? series : (await changeState(ctx, id, "schedule")).campaign;
}

async function makeWave(ctx: Ctx, series: CampaignRow): Promise<CampaignRow> {
  const { surveyId, audience, leftOut, senderName, sendingHours, sampling } = series;
  const { sample, createdBy, wave, reminderDays, neutral } = series;
  const [row] = await ctx.db
    .insert(campaigns)
    .values({
      ...{ surveyId, audience, leftOut, senderName, sendingHours, sampling },
      ...{ sample, createdBy, wave, reminderDays, neutral },
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      name: `${series.name} (${wave})`,
      state: "running",
      seriesId: series.id,
      createdAt: ctx.now,
      startedAt: ctx.now,
    })
    .returning();
  ctx.nudge("campaigns", row!.id);
  return row!;
}
