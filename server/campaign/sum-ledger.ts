import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { requireCampaign } from "./queries.ts";
import type { SumLedger } from "./schema.ts";

/**
 * A group of the people of a campaign: how many were chosen, asked and answered, were left out, and of those by hand.
 * `key` is the reason, team or employee; null for those without one, and for those who were asked when the ledger is
 * summed by reason.
 */
export type LedgerSum = {
  key: string | null;
  chosen: number;
  asked: number;
  answered: number;
  leftOut: number;
  byHand: number;
};

const mostGroups = 200;

/**
 * The eligibility ledger of a campaign summed by reason, team or employee, as they were when it was sent; the largest
 * groups first, at most 200. The sums of all groups are those of the campaign.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function sumLedger(ctx: Ctx, input: SumLedger): Promise<LedgerSum[]> {
  await requireCampaign(ctx, input.id);
  const asked = { reason: sql`NULL::text`, team: sql`t.name`, employee: sql`i.employee` }[input.by];
  const left = {
    reason: sql`e.reason::text`,
    team: sql`t.name`,
    employee: sql`coalesce(e.employee, c.employee)`,
  }[input.by];
  const rows = await ctx.db.execute<LedgerSum>(sql`
    SELECT key, sum(asked + left_out)::int AS chosen, sum(asked)::int AS asked, sum(answered)::int AS answered,
      sum(left_out)::int AS "leftOut", sum(by_hand)::int AS "byHand"
    FROM (
      SELECT ${asked} AS key, count(*) AS asked, count(r.id) AS answered, 0 AS left_out, 0 AS by_hand
      FROM invitations i
      LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id
        AND r.counts
      LEFT JOIN teams t ON t.workspace_id = i.workspace_id AND t.id = i.team_id
      WHERE i.workspace_id = ${ctx.workspaceId} AND i.campaign_id = ${input.id}
      GROUP BY 1
      UNION ALL
      SELECT ${left}, 0, 0, count(*), count(*) FILTER (WHERE e.reason = 'left_out_by_hand')
      FROM exclusions e
      JOIN contacts c ON c.workspace_id = e.workspace_id AND c.id = e.contact_id
      LEFT JOIN teams t ON t.workspace_id = e.workspace_id AND t.id = coalesce(e.team_id, c.team_id)
      WHERE e.workspace_id = ${ctx.workspaceId} AND e.campaign_id = ${input.id}
      GROUP BY 1
    ) AS halves
    GROUP BY key ORDER BY chosen DESC, key LIMIT ${mostGroups}`);
  return [...rows];
}
