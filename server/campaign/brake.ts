import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { brakeOf, type Returns } from "#server/mail/rules.ts";
import { pauseCampaign } from "./pause.ts";

/**
 * Pauses a running campaign too many of whose mails come back or are complained about, with the reason
 * (RELIABILITY.md 2.2). What was counted before a person resumed it does not count again. Returns the reason, or
 * null when all is well.
 */
export async function brakeCampaign(
  ctx: Ctx,
  input: { id: string },
): Promise<"bounces" | "complaints" | null> {
  const because = brakeOf(await returnsOf(ctx, input.id));
  if (because) await pauseCampaign(ctx, { id: input.id, because });
  return because;
}

/**
 * A mail came back when the receiver refused its address at the door (5.1.x, or no reason given), or when its
 * address was put on the suppression list as bounced after it left.
 */
async function returnsOf(ctx: Ctx, campaignId: string): Promise<Returns> {
  const [row] = await ctx.db.execute<Returns>(sql`
    WITH watched AS (
      SELECT m.state, m.last_text, s.bounced, s.complained
      FROM outbound_mails m
      JOIN campaigns c ON c.workspace_id = m.workspace_id AND c.id = m.campaign_id
      CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(s.reason = 'hard_bounce'), false) AS bounced,
          coalesce(bool_or(s.reason = 'complaint'), false) AS complained
        FROM suppressions s
        WHERE s.workspace_id = m.workspace_id AND s.address_hash = m.address_hash
          AND s.created_at >= m.first_tried_at) AS s
      WHERE m.workspace_id = ${ctx.workspaceId} AND m.campaign_id = ${campaignId} AND m.kind = 'invitation'
        AND m.state IN ('sent', 'failed', 'in_doubt') AND m.first_tried_at >= coalesce(c.watched_since, '-infinity')
    )
    SELECT count(*) FILTER (WHERE state <> 'failed' OR refused)::int AS "sent",
      count(*) FILTER (WHERE bounced OR refused)::int AS "hardBounces",
      count(*) FILTER (WHERE complained)::int AS "complaints"
    FROM (SELECT *, state = 'failed' AND coalesce(last_text ~ '^5[0-9][0-9][ -](5[.]1[.]|(?![0-9][.][0-9]))', false) AS refused
      FROM watched) AS judged`);
  return row!;
}
