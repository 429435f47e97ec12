import { and, desc, eq, gt, lt, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { campaigns, surveys, teams, users, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { countsOf, excludedBy } from "./count-mails.ts";
import { remindersOf } from "./count-reminders.ts";
import { readTest } from "./read-test.ts";
import { findNotNeutral } from "./require-neutral.ts";
import { isOverdue } from "./rules.ts";
import type { ListCampaigns } from "./schema.ts";
import { withSeenAddresses } from "./seen-addresses.ts";

/** @throws NOT_FOUND for a campaign of another workspace. */
export async function requireCampaign(ctx: Ctx, id: string): Promise<typeof campaigns.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, id)));
  if (!row) throw notFound("campaign");
  return row;
}

/** The team that a campaign's audience names, if it does. */
const chosenTeam = and(
  eq(teams.workspaceId, campaigns.workspaceId),
  sql`${teams.id}::text = ${campaigns.audience} ->> 'teamId'`,
);

/** One page of campaigns, newest first, each with its counts, and the next page's cursor or null. */
export async function listCampaigns(ctx: Ctx, input: ListCampaigns) {
  const rows = await ctx.db
    .select({ campaign: campaigns, survey: surveys.name, team: teams.name })
    .from(campaigns)
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, campaigns.workspaceId), eq(surveys.id, campaigns.surveyId)),
    )
    .leftJoin(teams, chosenTeam)
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        input.cursor ? lt(campaigns.id, sql`${input.cursor}::uuid`) : undefined,
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const counts = await countsOf(
    ctx,
    page.map(({ campaign }) => campaign.id),
  );
  const told = page.map(({ campaign: { workspaceId: _, ...campaign }, survey, team }) => ({
    ...campaign,
    survey,
    team,
    overdue: isOverdue(campaign, ctx.now),
    counts: counts.get(campaign.id)!,
  }));
  return {
    campaigns: await withSeenAddresses(ctx, told),
    next: rows.length > input.limit ? page.at(-1)!.campaign.id : null,
  };
}

/**
 * One campaign with its survey's name, who made it, its counts, how many contacts were left out by reason, the
 * hold it is in, its reminders, its test, and what in a draft is less neutral than it is to be.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function getCampaign(ctx: Ctx, input: { id: string }) {
  const [row] = await ctx.db
    .select({
      campaign: campaigns,
      survey: surveys.name,
      team: teams.name,
      createdByName: users.name,
      timezone: workspaces.timezone,
      companyName: workspaces.name,
    })
    .from(campaigns)
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, campaigns.workspaceId), eq(surveys.id, campaigns.surveyId)),
    )
    .innerJoin(workspaces, eq(workspaces.id, campaigns.workspaceId))
    .leftJoin(teams, chosenTeam)
    .leftJoin(users, eq(users.id, campaigns.createdBy))
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, input.id)));
  if (!row) throw notFound("campaign");
  const [seen] = await withSeenAddresses(ctx, [row.campaign]);
  const { workspaceId: _, ...campaign } = seen!;
  const counts = await countsOf(ctx, [campaign.id]);
  return {
    ...campaign,
    survey: row.survey,
    team: row.team,
    createdByName: row.createdByName,
    timezone: row.timezone,
    companyName: row.companyName,
    overdue: isOverdue(campaign, ctx.now),
    counts: counts.get(campaign.id)!,
    excluded: await excludedBy(ctx, campaign.id),
    hold: await findHold(ctx, campaign.id),
    reminders: await remindersOf(ctx, campaign.id),
    test: await readTest(ctx, row.campaign),
    notNeutral: campaign.state === "draft" ? await findNotNeutral(ctx, row.campaign) : [],
  };
}

/** The campaign, or the wave of it, whose first mail is kept back just now, and until when. */
async function findHold(ctx: Ctx, id: string): Promise<{ id: string; until: Date } | null> {
  const [row] = await ctx.db
    .select({ id: campaigns.id, until: campaigns.holdUntil })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        or(eq(campaigns.id, id), eq(campaigns.seriesId, id)),
        eq(campaigns.state, "running"),
        gt(campaigns.holdUntil, ctx.now),
      ),
    )
    .orderBy(desc(campaigns.wave))
    .limit(1);
  return row?.until ? { id: row.id, until: row.until } : null;
}

/** The id of one wave of a series. Null when there was none. */
export async function findWave(ctx: Ctx, seriesId: string, wave: number): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        eq(campaigns.seriesId, seriesId),
        eq(campaigns.wave, wave),
      ),
    );
  return row?.id ?? null;
}

/**
 * The newest waves of a series, at most 24, each with its counts. None for a campaign that does not recur.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function listWaves(ctx: Ctx, input: { id: string }) {
  await requireCampaign(ctx, input.id);
  const rows = await ctx.db
    .select({
      id: campaigns.id,
      wave: campaigns.wave,
      state: campaigns.state,
      startedAt: campaigns.startedAt,
    })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.seriesId, input.id)))
    .orderBy(desc(campaigns.wave))
    .limit(24);
  const counts = await countsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, counts: counts.get(row.id)! }));
}

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

/** At the door: the cancelled campaigns of all workspaces that still have mails waiting, claimed in that very moment. */
export function cancelledWithMail(tx: Tx): Promise<Found[]> {
  return tx
    .select({ workspaceId: campaigns.workspaceId, id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.state, "cancelled"),
        sql`${campaigns.finishedAt} > now() - interval '1 day'`,
        sql`EXISTS (SELECT FROM outbound_mails m WHERE m.workspace_id = ${campaigns.workspaceId}
          AND m.campaign_id = ${campaigns.id} AND m.state IN ('queued', 'deferred'))`,
      ),
    );
}

/** At the door: the workspace of a campaign, for whoever has a link of a test mail. Null when it is gone. */
export async function workspaceOfCampaign(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ workspaceId: campaigns.workspaceId })
    .from(campaigns)
    .where(eq(campaigns.id, id));
  return row?.workspaceId ?? null;
}
