import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type AbDecision, campaigns, type Variant } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { decide } from "#server/invitation/ab-test.ts";
import { refusal } from "#server/refusal.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import type { CampaignRow } from "./change-state.ts";
import { requireCampaign } from "./queries.ts";
import { readTest } from "./read-test.ts";
import { firstSending } from "./rules.ts";
import type { EndTest } from "./schema.ts";
import { hoursFor } from "./start-test.ts";

/** At the door: the campaigns of all workspaces whose test is not decided. */
export async function campaignsInTest(tx: Tx): Promise<{ workspaceId: string; id: string }[]> {
  const rows = await tx.execute<{ workspaceId: string; id: string }>(sql`
    SELECT workspace_id AS "workspaceId", id FROM campaigns
    WHERE ab_ends_at IS NOT NULL AND ab_decision IS NULL AND state IN ('running', 'finished')`);
  return [...rows];
}

const looked = new Set(["running", "finished"]);

/**
 * Looks at a campaign's test when it is time for it. When version b or a is better, by the rule of the test,
 * or at the last look, the rest of the people get their mail: the better version, or a where no difference shows.
 * Returns what was decided; null while the test goes on.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function decideTest(ctx: Ctx, input: { id: string }): Promise<AbDecision | null> {
  const campaign = await requireCampaign(ctx, input.id);
  const test = await readTest(ctx, campaign);
  if (!test || test.decision || !looked.has(campaign.state)) return null;
  const winner = decide(test.plan, test.standing);
  if (winner === undefined) return null;
  return close(ctx, campaign, { winner, look: test.standing.look, by: null });
}

/**
 * Ends a test before its time, by hand: the rest of the people get `winner`. Returns the decision.
 * @throws NOT_FOUND, and CONFLICT when there is no test to end.
 */
export async function endTest(ctx: Ctx, input: EndTest): Promise<AbDecision> {
  const campaign = await requireCampaign(ctx, input.id);
  const test = await readTest(ctx, campaign);
  const decided =
    test &&
    (await close(ctx, campaign, { winner: input.winner, look: test.standing.look, by: memberId(ctx.actor) }));
  if (!decided) throw new DomainError("CONFLICT", refusal("testDecided"));
  return decided;
}

async function close(
  ctx: Ctx,
  campaign: CampaignRow,
  decided: Omit<AbDecision, "at">,
): Promise<AbDecision | null> {
  const decision = { ...decided, at: ctx.now.toISOString() };
  const [row] = await ctx.db
    .update(campaigns)
    .set({ abDecision: decision })
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        eq(campaigns.id, campaign.id),
        isNull(campaigns.abDecision),
      ),
    )
    .returning({ id: campaigns.id });
  if (!row) return null;
  const after = { version: decided.winner };
  await recordAct(ctx, "sending.test_ended", { id: campaign.id, label: campaign.name, after });
  await sendRest(ctx, campaign, decided.winner ?? "a");
  ctx.nudge("campaigns", campaign.id);
  ctx.nudge("outbox");
  return decision;
}

/** Gives the mails outside of the test their time, on the clocks of each of their time zones. */
async function sendRest(ctx: Ctx, campaign: CampaignRow, winner: Variant): Promise<void> {
  const ours = await timezoneOf(ctx);
  const rest = sql`m.workspace_id = ${ctx.workspaceId} AND m.campaign_id = ${campaign.id}
    AND m.kind = 'invitation' AND m.state = 'queued' AND EXISTS (
      SELECT FROM invitations i WHERE i.workspace_id = m.workspace_id AND i.id = m.invitation_id AND i.variant IS NULL)`;
  const zones = await ctx.db.execute<{ timezone: string | null }>(
    sql`SELECT DISTINCT timezone FROM outbound_mails m WHERE ${rest}`,
  );
  for (const { timezone } of zones) {
    const at = firstSending(hoursFor(campaign, winner), timezone ?? ours, ctx.now);
    await ctx.db.execute(sql`UPDATE outbound_mails m SET next_attempt_at = ${at.toISOString()}::timestamptz
      WHERE ${rest} AND m.timezone IS NOT DISTINCT FROM ${timezone}`);
  }
}
