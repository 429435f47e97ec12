import { sql } from "drizzle-orm";
import type { SendingHours } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { isSame } from "#server/invitation/ab-test.ts";
import type { Part } from "#server/invitation/invite.ts";
import { refusal } from "#server/refusal.ts";
import type { CampaignRow } from "./change-state.ts";

/** @throws INVALID for a test of two mails that are the same, or of a campaign that is not sent all at once. */
export function requireTestable({ abTest, timing }: CampaignRow): void {
  if (!abTest) return;
  if (timing.kind !== "once") {
    throw invalid("abTest", refusal("versionsTiming"));
  }
  if (isSame(abTest)) throw invalid("abTest", refusal("versionSame"));
}

/** The hours at which a part of the people gets its mail: those of the campaign, or the hour of its version. */
export function hoursFor({ sendingHours, abTest }: CampaignRow, part: Part): SendingHours | null {
  if (!abTest?.sendHours || part === "rest") return sendingHours;
  const from = abTest.sendHours[part];
  return { days: sendingHours?.days ?? [1, 2, 3, 4, 5, 6, 7], from, to: from + 1 };
}

const farYears = 10;

/** Mails of people outside of the test do not leave by themselves: the decision gives them their time. */
export function restWaitsUntil(from: Date): Date {
  return new Date(from.getTime() + farYears * 365 * 86_400_000);
}

/** Writes down when the last look is due: the test's hours after the last of its mails is due. */
export async function noteTestEnd(ctx: Ctx, id: string, hours: number): Promise<void> {
  await ctx.db.execute(sql`
    UPDATE campaigns c SET ab_ends_at = make_interval(hours => ${hours}::int) + coalesce((
      SELECT max(m.next_attempt_at) FROM outbound_mails m
      JOIN invitations i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
      WHERE m.workspace_id = c.workspace_id AND m.campaign_id = c.id AND i.variant IS NOT NULL
    ), ${ctx.now.toISOString()}::timestamptz)
    WHERE c.workspace_id = ${ctx.workspaceId} AND c.id = ${id}`);
}
