import { and, eq, inArray, sql } from "drizzle-orm";
import { exclusions, invitations, outboundMails, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { ExclusionReason } from "#server/invitation/rules.ts";

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
  /** The answered by group. */
  detractors: number;
  passives: number;
  promoters: number;
};

/** The counts of these campaigns, by campaign. */
export async function countsOf(ctx: Ctx, ids: string[]): Promise<Map<string, CampaignCounts>> {
  const all = new Map(ids.map((id) => [id, { ...none }]));
  if (ids.length === 0) return all;
  const mails = await ctx.db
    .select({ id: outboundMails.campaignId, state: outboundMails.state, n: sql<number>`count(*)::int` })
    .from(outboundMails)
    .where(
      and(
        eq(outboundMails.workspaceId, ctx.workspaceId),
        inArray(outboundMails.campaignId, ids),
        eq(outboundMails.kind, "invitation"),
      ),
    )
    .groupBy(outboundMails.campaignId, outboundMails.state);
  for (const { id, state, n } of mails) {
    const counts = all.get(id!)!;
    counts[state === "in_doubt" ? "inDoubt" : state] += n;
    counts.invited += n;
  }
  const answers = await ctx.db
    .select({
      id: responses.campaignId,
      answered: sql<number>`count(*)::int`,
      detractors: sql<number>`count(*) FILTER (WHERE ${responses.score} <= 6)::int`,
      passives: sql<number>`count(*) FILTER (WHERE ${responses.score} BETWEEN 7 AND 8)::int`,
      promoters: sql<number>`count(*) FILTER (WHERE ${responses.score} >= 9)::int`,
    })
    .from(responses)
    .where(
      and(eq(responses.workspaceId, ctx.workspaceId), inArray(responses.campaignId, ids), responses.counts),
    )
    .groupBy(responses.campaignId);
  for (const { id, ...counted } of answers) Object.assign(all.get(id!)!, counted);
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
  detractors: 0,
  passives: 0,
  promoters: 0,
};

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
