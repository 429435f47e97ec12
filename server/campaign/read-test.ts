import { sql } from "drizzle-orm";
import type { AbDecision, AbTest, Variant } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type Arms, type Standing, standingOf } from "#server/invitation/ab-test.ts";
import type { CampaignRow } from "./change-state.ts";

/** A campaign's test: its plan, who got and who answered each version, and how it stands. */
export type ReadTest = {
  plan: AbTest;
  arms: Arms;
  standing: Standing;
  ends: Date;
  decision: AbDecision | null;
  /** Mails outside of the test that wait for the decision. */
  waiting: number;
};

/** How the test of a campaign stands now; null without one, and before the start. */
export async function readTest(ctx: Ctx, campaign: CampaignRow): Promise<ReadTest | null> {
  const { id, abTest: plan, abEndsAt: ends, abDecision: decision, startedAt } = campaign;
  if (!plan || !ends || !startedAt) return null;
  const rows = await ctx.db.execute<{
    variant: Variant | null;
    sent: number;
    answered: number;
    queued: number;
  }>(sql`
    SELECT i.variant, count(*) FILTER (WHERE m.state IN ('sent', 'in_doubt'))::int AS sent,
      count(*) FILTER (WHERE m.state IN ('sent', 'in_doubt') AND r.id IS NOT NULL)::int AS answered,
      count(*) FILTER (WHERE m.state = 'queued')::int AS queued
    FROM invitations i
    JOIN outbound_mails m ON m.workspace_id = i.workspace_id AND m.invitation_id = i.id AND m.kind = 'invitation'
    LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id
    WHERE i.workspace_id = ${ctx.workspaceId} AND i.campaign_id = ${id}
    GROUP BY i.variant`);
  const of = (variant: Variant | null) => rows.find((row) => row.variant === variant);
  const arm = (variant: Variant) => ({ of: of(variant)?.sent ?? 0, count: of(variant)?.answered ?? 0 });
  const arms = { a: arm("a"), b: arm("b") };
  const now = decision ? new Date(decision.at) : ctx.now;
  return {
    ...{ plan, arms, ends, decision },
    standing: standingOf(plan, arms, { began: startedAt, ends }, now),
    waiting: decision ? 0 : (of(null)?.queued ?? 0),
  };
}
