import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/**
 * The reminders of a campaign. `ahead` people are reminded if they have not answered by then, the first at `nextAt`;
 * `waiting` and `sent` are mails; `needless` ones were not sent because there was an answer or a wish to be left alone.
 */
export type ReminderCounts = {
  ahead: number;
  nextAt: Date | null;
  waiting: number;
  sent: number;
  needless: number;
  failed: number;
};

/** The counts of one campaign's reminders. */
export async function remindersOf(ctx: Ctx, id: string): Promise<ReminderCounts> {
  const [row] = await ctx.db.execute<Omit<ReminderCounts, "nextAt"> & { nextAt: string | null }>(sql`
    SELECT i.ahead, least(i.next_at, m.next_at) AS "nextAt", m.waiting, m.sent, m.needless, m.failed
    FROM (
      SELECT count(*)::int AS ahead, min(remind_at) AS next_at FROM invitations
      WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${id} AND remind_at IS NOT NULL
    ) AS i, (
      SELECT count(*) FILTER (WHERE state IN ('queued', 'deferred', 'sending'))::int AS waiting,
        count(*) FILTER (WHERE state IN ('sent', 'in_doubt'))::int AS sent,
        count(*) FILTER (WHERE state IN ('cancelled', 'suppressed'))::int AS needless,
        count(*) FILTER (WHERE state = 'failed')::int AS failed,
        min(next_attempt_at) FILTER (WHERE state = 'queued') AS next_at
      FROM outbound_mails
      WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${id} AND kind = 'reminder'
    ) AS m`);
  return { ...row!, nextAt: row!.nextAt === null ? null : new Date(row!.nextAt) };
}
