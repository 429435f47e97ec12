import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Ctx } from "#server/context.ts";
import { priorities } from "#server/mail/enqueue.ts";
import { changeState } from "./change-state.ts";
import { requireCampaign } from "./queries.ts";

/** How far ahead of their moment reminders are put into the outbox, where a pause or a new date still reaches them. */
const aheadHours = 24;

/** At the door: the campaigns of all workspaces with somebody to remind within a day. */
export async function campaignsToRemind(tx: Tx, now: Date): Promise<{ workspaceId: string; id: string }[]> {
  const rows = await tx.execute<{ workspaceId: string; id: string }>(sql`
    SELECT c.workspace_id AS "workspaceId", c.id FROM campaigns c
    WHERE c.reminder_days IS NOT NULL AND c.state IN ('running', 'finished') AND EXISTS (
      SELECT FROM invitations i
      WHERE i.workspace_id = c.workspace_id AND i.campaign_id = c.id AND i.remind_at <= ${until(now)})`);
  return [...rows];
}

/**
 * Puts the reminders of a campaign that are due within a day into the outbox: one for each person who got the mail
 * and has not answered, in the thread of that mail and to its address. Whether there is an answer by now, or a wish
 * to be left alone, is asked again when it is claimed. A campaign that had been sent is being sent again.
 * Returns how many reminders there are to send. Done again, it does nothing more.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function remindUnanswered(ctx: Ctx, input: { id: string }): Promise<number> {
  const { state, reminderDays } = await requireCampaign(ctx, input.id);
  if (reminderDays === null || (state !== "running" && state !== "finished")) return 0;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const [made] = await ctx.db.execute<{ n: number }>(sql`
    WITH considered AS (
      UPDATE invitations i SET remind_at = NULL
      FROM (SELECT id, remind_at FROM invitations
        WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${input.id} AND remind_at <= ${until(ctx.now)}
        FOR UPDATE SKIP LOCKED) AS ripe
      WHERE i.workspace_id = ${ctx.workspaceId} AND i.id = ripe.id
      RETURNING i.id, ripe.remind_at AS due_at, i.expires_at
    ), unanswered AS MATERIALIZED (
      SELECT svar_new_id() AS mail_id, considered.due_at, m.* FROM considered
      JOIN outbound_mails m ON m.workspace_id = ${ctx.workspaceId} AND m.invitation_id = considered.id
        AND m.kind = 'invitation' AND m.state = 'sent'
      WHERE considered.expires_at > considered.due_at AND NOT EXISTS (
        SELECT FROM responses r WHERE r.workspace_id = m.workspace_id AND r.invitation_id = m.invitation_id)
    ), mails AS (
      INSERT INTO outbound_mails (workspace_id, id, kind, priority, dedupe_key, message_id, to_address, to_domain,
        address_hash, campaign_id, invitation_id, next_attempt_at, timezone, created_at)
      SELECT workspace_id, mail_id, 'reminder', ${priorities.reminder}, 'reminder:' || invitation_id,
        '<' || mail_id || '@' || ${ctx.site.mailDomain}::text || '>', to_address, to_domain, address_hash,
        campaign_id, invitation_id, greatest(due_at, ${now}), timezone, ${now}
      FROM unanswered
      ON CONFLICT (workspace_id, dedupe_key) DO NOTHING
      RETURNING workspace_id, id
    ), logged AS (
      INSERT INTO mail_events (workspace_id, mail_id, at, state, attempt)
      SELECT workspace_id, id, ${now}, 'queued', 0 FROM mails
    )
    SELECT count(*)::int AS n FROM mails`);
  if (made!.n > 0) {
    await changeState(ctx, input.id, "remind");
    ctx.nudge("outbox");
  }
  return made!.n;
}

const until = (now: Date) =>
  sql`${now.toISOString()}::timestamptz + make_interval(hours => ${aheadHours}::int)`;
