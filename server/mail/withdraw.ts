import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { change } from "./change.ts";

/**
 * Takes a campaign's mails that a worker holds but has not begun to hand over back into the queue, so that a
 * pause is effective at once (RELIABILITY.md A9). What the server is being told already stays its worker's.
 */
export async function recallMails(ctx: Ctx, campaignId: string): Promise<void> {
  await change(
    ctx.db,
    sql`${ctx.now.toISOString()}::timestamptz`,
    sql`UPDATE outbound_mails m
      SET state = 'queued', attempts = m.attempts - 1, lease_token = NULL, lease_until = NULL
      WHERE m.workspace_id = ${ctx.workspaceId} AND m.campaign_id = ${campaignId}
        AND m.state = 'sending' AND m.data_started_at IS NULL`,
    sql`'recalled: the campaign was paused'`,
  );
}

/**
 * Cancels those of `mailIds` that have certainly not left: one that may have arrived, after a try that ended in
 * doubt, stays. Returns the ids of the cancelled ones.
 */
export async function takeBackMails(ctx: Ctx, mailIds: string[]): Promise<string[]> {
  if (mailIds.length === 0) return [];
  const cancelled = await change(
    ctx.db,
    sql`${ctx.now.toISOString()}::timestamptz`,
    sql`UPDATE outbound_mails m SET state = 'cancelled', lease_token = NULL, lease_until = NULL
      WHERE m.workspace_id = ${ctx.workspaceId}
        AND m.id IN (SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(mailIds)}::jsonb))
        AND m.doubts = 0
        AND (m.state IN ('queued', 'deferred') OR (m.state = 'sending' AND m.data_started_at IS NULL))`,
  );
  return cancelled.map(({ id }) => id);
}

/** Cancels a campaign's mails that have not been handed over. Returns how many. */
export async function cancelMails(ctx: Ctx, campaignId: string): Promise<number> {
  const cancelled = await change(
    ctx.db,
    sql`${ctx.now.toISOString()}::timestamptz`,
    sql`UPDATE outbound_mails m SET state = 'cancelled', lease_token = NULL, lease_until = NULL
      WHERE m.workspace_id = ${ctx.workspaceId} AND m.campaign_id = ${campaignId}
        AND (m.state IN ('queued', 'deferred') OR (m.state = 'sending' AND m.data_started_at IS NULL))`,
  );
  return cancelled.length;
}
