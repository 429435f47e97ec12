import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { BounceReason } from "#server/mail/classify/reasons.ts";
import type { Counts } from "#server/nps/groups.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { countsOf } from "./count-mails.ts";
import { requireCampaign } from "./queries.ts";
import { type Pace, paceOf } from "./rules.ts";
import type { CampaignId } from "./schema.ts";

/** Why mails of a campaign did not stay where they were sent; `unknown` where the server did not say. */
export type ReturnReason = BounceReason | "complaint" | "unknown";

export type CampaignReport = {
  /** How far the people came: of those who were sent a mail, whose did not come back, who answered, who wrote a comment. */
  funnel: {
    chosen: number;
    invited: number;
    sent: number;
    delivered: number;
    answered: number;
    commented: number;
  };
  scores: Counts;
  returns: { reason: ReturnReason; n: number }[];
  /** Null while nothing is being sent. */
  pace: Pace | null;
  /** The first days on which something was sent or answered, at most 14, on the workspace's clock. */
  days: { day: string; sent: number; answered: number }[];
};

const mostDays = 14;

/**
 * What became of a campaign. Reminders are no mails of their own here: who is reminded has been sent to once. An answer
 * that may be a scanner's is none.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function readReport(ctx: Ctx, input: CampaignId): Promise<CampaignReport> {
  const campaign = await requireCampaign(ctx, input.id);
  const mails = (await countsOf(ctx, [campaign.id])).get(campaign.id)!;
  const [commented, returned, leftOut, returns, days] = [
    await countCommented(ctx, campaign.id),
    await countReturned(ctx, campaign.id),
    await countLeftOut(ctx, campaign.id),
    await returnsOf(ctx, campaign.id),
    await daysOf(ctx, campaign.id),
  ];
  const waiting = mails.queued + mails.deferred + mails.sending;
  return {
    funnel: {
      chosen: mails.invited + leftOut,
      invited: mails.invited,
      sent: mails.sent,
      delivered: mails.sent - returned,
      answered: mails.answered,
      commented,
    },
    scores: { detractors: mails.detractors, passives: mails.passives, promoters: mails.promoters },
    returns,
    pace:
      campaign.state === "running" && waiting > 0
        ? paceOf({ ...(await lately(ctx, campaign.id)), now: ctx.now })
        : null,
    days,
  };
}

async function countCommented(ctx: Ctx, id: string): Promise<number> {
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    SELECT count(*) FILTER (WHERE comment <> '')::int AS n FROM responses
    WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${id} AND counts`);
  return row!.n;
}

/** Whose mail was sent and came back. Who answered nevertheless has got it. */
async function countReturned(ctx: Ctx, id: string): Promise<number> {
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    SELECT count(DISTINCT m.id)::int AS n FROM outbound_mails m
    JOIN bounces b ON b.workspace_id = m.workspace_id AND b.mail_id = m.id AND b.kind = 'bounce'
    WHERE m.workspace_id = ${ctx.workspaceId} AND m.campaign_id = ${id} AND m.kind = 'invitation' AND m.state = 'sent'
      AND NOT EXISTS (SELECT FROM responses r WHERE r.workspace_id = m.workspace_id
        AND r.invitation_id = m.invitation_id AND r.counts)`);
  return row!.n;
}

async function countLeftOut(ctx: Ctx, id: string): Promise<number> {
  const [row] = await ctx.db.execute<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM exclusions WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${id}`);
  return row!.n;
}

/** Each mail once: with its complaint, else its worst bounce, else what the server said when it refused it. */
async function returnsOf(ctx: Ctx, id: string): Promise<CampaignReport["returns"]> {
  const rows = await ctx.db.execute<{ reason: ReturnReason; n: number }>(sql`
    SELECT reason, count(*)::int AS n FROM (
      SELECT DISTINCT ON (m.id) CASE WHEN b.kind = 'complaint' THEN 'complaint'
        ELSE coalesce(b.reason, m.refusal, 'unknown') END AS reason
      FROM outbound_mails m
      LEFT JOIN bounces b ON b.workspace_id = m.workspace_id AND b.mail_id = m.id
      WHERE m.workspace_id = ${ctx.workspaceId} AND m.campaign_id = ${id} AND m.kind IN ('invitation', 'reminder')
        AND (m.state = 'failed' OR b.id IS NOT NULL)
      ORDER BY m.id, b.kind DESC, b.severity
    ) AS returned
    GROUP BY reason ORDER BY n DESC, reason`);
  return [...rows];
}

/** What paceOf asks: mails of the last five minutes, when the first of them left, and what waits. */
async function lately(ctx: Ctx, id: string) {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const [row] = await ctx.db.execute<{
    sent: number;
    firstAt: string | null;
    due: number;
    lastDueAt: string | null;
  }>(sql`
    SELECT count(*) FILTER (WHERE state = 'sent' AND sent_at > ${now} - interval '5 minutes')::int AS sent,
      min(sent_at) FILTER (WHERE state = 'sent' AND sent_at > ${now} - interval '5 minutes') AS "firstAt",
      count(*) FILTER (WHERE state = 'sending' OR state IN ('queued', 'deferred') AND next_attempt_at <= ${now})::int AS due,
      max(next_attempt_at) FILTER (WHERE state IN ('queued', 'deferred')) AS "lastDueAt"
    FROM outbound_mails
    WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${id} AND kind = 'invitation'`);
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return { sent: row!.sent, due: row!.due, firstAt: date(row!.firstAt), lastDueAt: date(row!.lastDueAt) };
}

async function daysOf(ctx: Ctx, id: string): Promise<CampaignReport["days"]> {
  const zone = await timezoneOf(ctx);
  const rows = await ctx.db.execute<CampaignReport["days"][number]>(sql`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(sent)::int AS sent, sum(answered)::int AS answered FROM (
      SELECT (sent_at AT TIME ZONE ${zone})::date AS day, count(*) AS sent, 0 AS answered FROM outbound_mails
      WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${id} AND kind = 'invitation' AND state = 'sent'
      GROUP BY 1
      UNION ALL
      SELECT (answered_at AT TIME ZONE ${zone})::date, 0, count(*) FROM responses
      WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${id} AND counts
      GROUP BY 1
    ) AS halves
    GROUP BY day ORDER BY day LIMIT ${mostDays}`);
  return [...rows];
}
