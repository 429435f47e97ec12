import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { Refusal } from "#server/refusal.ts";

/**
 * Lets nothing more go to a channel: messages that wait are cancelled, and what its alerts have not told yet is told no more.
 * @param why what stands on them
 */
export async function cancelChats(ctx: Ctx, channelId: string, why: Refusal): Promise<void> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`
    WITH cancelled AS (
      UPDATE chat_messages SET state = 'cancelled', lease_token = NULL, lease_until = NULL
      WHERE workspace_id = ${ctx.workspaceId} AND channel_id = ${channelId} AND state IN ('queued', 'deferred', 'sending')
      RETURNING id, attempts
    )
    INSERT INTO chat_message_events (workspace_id, message_id, at, state, attempt, answer)
    SELECT ${ctx.workspaceId}, id, ${now}, 'cancelled', attempts, ${why}::text FROM cancelled`);
  await ctx.db.execute(sql`
    DELETE FROM alert_news n USING alerts a
    WHERE n.workspace_id = ${ctx.workspaceId} AND n.message_id IS NULL
      AND a.workspace_id = n.workspace_id AND a.id = n.alert_id AND a.channel_id = ${channelId}`);
}
