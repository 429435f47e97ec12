import { and, eq, inArray } from "drizzle-orm";
import { campaigns } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { type Refusal, refusal } from "#server/refusal.ts";
import { requireCampaign } from "./queries.ts";
import { type CampaignState, type Command, consequence, statesFor } from "./rules.ts";

export type CampaignRow = typeof campaigns.$inferSelect;

/**
 * Gives `command` to a campaign, as a conditional update, so that of two at once one wins and the other finds
 * it obeyed. Returns the row, and whether this call changed it.
 * @throws NOT_FOUND, and CONFLICT when the command contradicts what has happened.
 */
export async function changeState(
  ctx: Ctx,
  id: string,
  command: Command,
  also: Partial<typeof campaigns.$inferInsert> = {},
): Promise<{ campaign: CampaignRow; changed: boolean }> {
  const known = await requireCampaign(ctx, id);
  const wanted = consequence(known.state, command);
  if (wanted.do === "change") {
    const [row] = await ctx.db
      .update(campaigns)
      .set({ ...also, state: wanted.to })
      .where(
        and(
          eq(campaigns.workspaceId, ctx.workspaceId),
          eq(campaigns.id, id),
          inArray(campaigns.state, statesFor(command)),
        ),
      )
      .returning();
    if (row) {
      ctx.nudge("campaigns", id);
      return { campaign: row, changed: true };
    }
  }
  const campaign = wanted.do === "change" ? await requireCampaign(ctx, id) : known;
  if (consequence(campaign.state, command).do === "refuse")
    throw new DomainError("CONFLICT", refusals[campaign.state]);
  return { campaign, changed: false };
}

const refusals: Record<CampaignState, Refusal> = {
  draft: refusal("campaignDraft"),
  scheduled: refusal("campaignScheduled"),
  running: refusal("campaignRunning"),
  paused: refusal("campaignPaused"),
  finished: refusal("campaignFinished"),
  cancelled: refusal("campaignCancelled"),
};
