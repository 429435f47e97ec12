import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { campaigns, exclusions, invitations, outboundMails, responses, surveys, users, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { ExclusionReason } from "#server/invitation/rules.ts";
import { isOverdue } from "./rules.ts";
import type { ListCampaigns } from "./schema.ts";

/** @throws NOT_FOUND for a campaign of another workspace. */
export async function requireCampaign(ctx: Ctx, id: string): Promise<typeof campaigns.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, id)));
  if (!row) throw notFound("campaign");
  return row;
}

/** How many mails of a campaign are in which state. `invited` is the sum of those from `queued` to `inDoubt`. */
export type CampaignCounts = {
  invited: number;
  queued: number;
  sending: number;
  deferred: number;
  sent: number;
  failed: number;
  suppressed: number;
  cancelled: number;
  inDoubt: number;
  /** Of the invited, who answered; an answer that may be a scanner's is not one. */
  answered: number;
};

/** One page of campaigns, newest first, each with its counts, and the next page's cursor or null. */
export async function listCampaigns(ctx: Ctx, input: ListCampaigns) {
  const rows = await ctx.db
    .select({ campaign: campaigns, survey: surveys.name })
    .from(campaigns)
    .innerJoin(surveys, and(eq(surveys.workspaceId, campaigns.workspaceId), eq(surveys.id, campaigns.surveyId)))
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        input.cursor ? lt(campaigns.id, sql`${input.cursor}::uuid`) : undefined,
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const counts = await countsOf(ctx, page.map(({ campaign }) => campaign.id));
  return {
    campaigns: page.map(({ campaign: { workspaceId: _, ...campaign }, survey }) => ({
      ...campaign,
      survey,
      overdue: isOverdue(campaign, ctx.now),
      counts: counts.get(campaign.id)!,
    })),
    next: rows.length > input.limit ? page.at(-1)!.campaign.id : null,
  };
}

/**
 * One campaign with its survey's name, who made it, its counts, and how many contacts were left out by reason.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function getCampaign(ctx: Ctx, input: { id: string }) {
  const [row] = await ctx.db
    .select({ campaign: campaigns, survey: surveys.name, createdByName: users.name, timezone: workspaces.timezone, companyName: workspaces.name })
    .from(campaigns)
    .innerJoin(surveys, and(eq(surveys.workspaceId, campaigns.workspaceId), eq(surveys.id, campaigns.surveyId)))
    .innerJoin(workspaces, eq(workspaces.id, campaigns.workspaceId))
    .leftJoin(users, eq(users.id, campaigns.createdBy))
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, input.id)));
  if (!row) throw notFound("campaign");
  const { workspaceId: _, ...campaign } = row.campaign;
  const counts = await countsOf(ctx, [campaign.id]);
  return {
    ...campaign,
    survey: row.survey,
    createdByName: row.createdByName,
    timezone: row.timezone,
    companyName: row.companyName,
    overdue: isOverdue(campaign, ctx.now),
    counts: counts.get(campaign.id)!,
    excluded: await excludedBy(ctx, campaign.id),
  };
}

/** How many contacts of a campaign's audience were not asked, by reason; reasons without any are absent. */
export async function excludedBy(ctx: Ctx, id: string): Promise<Partial<Record<ExclusionReason, number>>> {
  const rows = await ctx.db
    .select({ reason: exclusions.reason, n: sql<number>`count(*)::int` })
    .from(exclusions)
    .where(and(eq(exclusions.workspaceId, ctx.workspaceId), eq(exclusions.campaignId, id)))
    .groupBy(exclusions.reason)
    .orderBy(exclusions.reason);
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}

/** How many contacts a campaign has invited. */
export function invitedBy(ctx: Ctx, id: string): Promise<number> {
  return ctx.db.$count(
    invitations,
    and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.campaignId, id)),
  );
}

async function countsOf(ctx: Ctx, ids: string[]): Promise<Map<string, CampaignCounts>> {
  const all = new Map(ids.map((id) => [id, { ...none }]));
  if (ids.length === 0) return all;
  const mails = await ctx.db
    .select({ id: outboundMails.campaignId, state: outboundMails.state, n: sql<number>`count(*)::int` })
    .from(outboundMails)
    .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), inArray(outboundMails.campaignId, ids)))
    .groupBy(outboundMails.campaignId, outboundMails.state);
  for (const { id, state, n } of mails) {
    const counts = all.get(id!)!;
    counts[state === "in_doubt" ? "inDoubt" : state] += n;
    counts.invited += n;
  }
  const answers = await ctx.db
    .select({ id: responses.campaignId, n: sql<number>`count(*)::int` })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, ctx.workspaceId),
        inArray(responses.campaignId, ids),
        sql`${responses.evidence} <> 'provisional'`,
      ),
    )
    .groupBy(responses.campaignId);
  for (const { id, n } of answers) all.get(id!)!.answered = n;
  return all;
}

const none: CampaignCounts = {
  invited: 0,
  queued: 0,
  sending: 0,
  deferred: 0,
  sent: 0,
  failed: 0,
  suppressed: 0,
  cancelled: 0,
  inDoubt: 0,
  answered: 0,
};

type Found = { workspaceId: string; id: string };

/** At the door: the scheduled campaigns of all workspaces whose time has come and is not a day past. */
export function dueCampaigns(tx: Tx, now: Date): Promise<Found[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return tx
    .select({ workspaceId: campaigns.workspaceId, id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.state, "scheduled"),
        sql`${campaigns.sendAt} <= ${at} AND ${campaigns.sendAt} >= ${at} - interval '24 hours'`,
      ),
    );
}

/** At the door: the campaigns of all workspaces that are being sent. */
export function runningCampaigns(tx: Tx): Promise<Found[]> {
  return tx
    .select({ workspaceId: campaigns.workspaceId, id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.state, "running"));
}
