import { type SQL, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import type { Ctx } from "#server/context.ts";
import { eraseTags } from "./erase-tags.ts";

/**
 * Removes what was said and promised in cases, with all files, notes and drafts about them too, and closes
 * those that are open: there is nobody
 * to answer any more, nor to ask whether it is solved. That there was a case, when, of which cause, and whether it was
 * solved, stays.
 *
 * @param theirs the ids of the cases, as a query
 */
export async function eraseDialogues(ctx: Ctx, theirs: SQL): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`DELETE FROM case_messages WHERE ${here} AND case_id IN (${theirs})`);
  await ctx.db.execute(sql`DELETE FROM attachments WHERE ${here} AND case_id IN (${theirs})`);
  await ctx.db.execute(sql`DELETE FROM case_origins WHERE ${here} AND case_id IN (${theirs})`);
  await ctx.db.execute(sql`DELETE FROM promises WHERE ${here} AND case_id IN (${theirs})`);
  await ctx.db.execute(sql`DELETE FROM case_drafts WHERE ${here} AND case_id IN (${theirs})`);
  await eraseTags(ctx, theirs);
  await eraseChats(ctx, theirs);
  await ctx.db.execute(sql`
    UPDATE recovery_checks SET cancelled_at = ${now}, cancelled_because = 'erased'
    WHERE ${here} AND cancelled_at IS NULL AND case_id IN (${theirs})
      AND NOT EXISTS (SELECT FROM recovery_answers a WHERE a.workspace_id = recovery_checks.workspace_id
        AND a.check_id = recovery_checks.id)`);
  await ctx.db.execute(sql`
    UPDATE recovery_answers SET comment = NULL WHERE ${here} AND comment IS NOT NULL
      AND check_id IN (SELECT id FROM recovery_checks WHERE ${here} AND case_id IN (${theirs}))`);
  await ctx.db.execute(sql`UPDATE case_closures SET outcome = '' WHERE ${here} AND case_id IN (${theirs})`);
  const open = await ctx.db.execute<{ id: string }>(sql`
    UPDATE cases SET state = 'closed', snoozed_until = NULL, promise_at = NULL, promise_fell_at = NULL
    WHERE ${here} AND id IN (${theirs}) AND state <> 'closed' RETURNING id`);
  for (const { id } of open) {
    await ctx.db.execute(sql`
      INSERT INTO case_closures (workspace_id, id, case_id, outcome, closed_at)
      VALUES (${ctx.workspaceId}, ${newId(ctx.now.getTime())}, ${id}, '', ${now})`);
    await ctx.db.execute(sql`
      INSERT INTO case_events (workspace_id, id, case_id, kind, detail, at)
      VALUES (${ctx.workspaceId}, ${newId(ctx.now.getTime())}, ${id}, 'closed',
        '{"because": "erased"}', ${now})`);
  }
  await ctx.db.execute(
    sql`UPDATE cases SET contact_id = NULL, last_inbound_at = NULL WHERE ${here} AND id IN (${theirs})`,
  );
}

/** What chat channels answered to messages about the cases, which may repeat what they were told. */
async function eraseChats(ctx: Ctx, theirs: SQL): Promise<void> {
  const told = sql`SELECT m.chat_message_id FROM case_news n
    JOIN alert_news a ON a.workspace_id = n.workspace_id AND a.news_id = n.id
    JOIN alert_messages m ON m.workspace_id = a.workspace_id AND m.id = a.message_id
    WHERE n.workspace_id = ${ctx.workspaceId} AND n.case_id IN (${theirs}) AND m.chat_message_id IS NOT NULL`;
  const answered = await ctx.db.execute<{ channel: string }>(sql`
    WITH answered AS (
      UPDATE chat_message_events SET answer = NULL
      WHERE workspace_id = ${ctx.workspaceId} AND message_id IN (${told}) AND answer IS NOT NULL RETURNING message_id
    )
    SELECT DISTINCT c.channel_id AS channel FROM answered a
    JOIN chat_messages c ON c.workspace_id = ${ctx.workspaceId} AND c.id = a.message_id`);
  const channels = JSON.stringify(answered.map(({ channel }) => channel));
  await ctx.db.execute(sql`
    UPDATE chat_channels SET off_answer = NULL WHERE workspace_id = ${ctx.workspaceId} AND off_answer IS NOT NULL
      AND id IN (SELECT value::uuid FROM jsonb_array_elements_text(${channels}::jsonb))`);
}
