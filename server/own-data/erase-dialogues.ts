import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import type { Ctx } from "#server/context.ts";

/**
 * Removes what was said and promised in a contact's cases, with all files, notes and drafts about them too, and closes
 * those that are open: there is nobody
 * to answer any more, nor to ask whether it is solved. That there was a case, when, of which cause, and whether it was
 * solved, stays.
 */
export async function eraseDialogues(ctx: Ctx, contactId: string): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const theirs = sql`SELECT id FROM cases WHERE ${here} AND contact_id = ${contactId}`;
  await ctx.db.execute(sql`DELETE FROM case_messages WHERE ${here} AND case_id IN (${theirs})`);
  await ctx.db.execute(sql`DELETE FROM attachments WHERE ${here} AND case_id IN (${theirs})`);
  await ctx.db.execute(sql`DELETE FROM case_origins WHERE ${here} AND case_id IN (${theirs})`);
  await ctx.db.execute(sql`DELETE FROM promises WHERE ${here} AND case_id IN (${theirs})`);
  await ctx.db.execute(sql`DELETE FROM case_drafts WHERE ${here} AND case_id IN (${theirs})`);
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
    WHERE ${here} AND contact_id = ${contactId} AND state <> 'closed' RETURNING id`);
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
    sql`UPDATE cases SET contact_id = NULL, last_inbound_at = NULL WHERE ${here} AND contact_id = ${contactId}`,
  );
}
