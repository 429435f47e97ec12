import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { eraseAnswers } from "#server/own-data/erase-answers.ts";
import { eraseDialogues } from "#server/own-data/erase-dialogues.ts";
import { emptyMails } from "#server/own-data/erase-elsewhere.ts";
import { blankMails, eraseMails } from "#server/own-data/erase-mails.ts";
import { cutAsks } from "./cut-asks.ts";
import type { Kind } from "./rules.ts";

/** What is done with those of a kind whose time is over; figures and ledgers count them as before. */
export const forget: Record<Kind, (ctx: Ctx, ids: readonly string[]) => Promise<void>> = {
  async files(ctx, ids) {
    await remove(ctx, sql`attachments`, ids);
    await emptyMails(ctx, sql`id IN (${listed(ids)})`);
  },
  received: (ctx, ids) => emptyMails(ctx, sql`id IN (${listed(ids)})`),
  async dialogues(ctx, ids) {
    await keepHeardOf(
      ctx,
      sql`SELECT c.contact_id, max(o.closed_at) AS at FROM cases c
        JOIN case_closures o ON o.workspace_id = c.workspace_id AND o.case_id = c.id
        WHERE c.workspace_id = ${ctx.workspaceId} AND c.id IN (${listed(ids)}) GROUP BY c.contact_id`,
    );
    await eraseMails(ctx, { cases: listed(ids) });
    await eraseDialogues(ctx, listed(ids));
  },
  async answers(ctx, ids) {
    const asks = sql`SELECT invitation_id FROM responses WHERE workspace_id = ${ctx.workspaceId}
      AND invitation_id IS NOT NULL AND id IN (${listed(ids)})`;
    await keepHeardOf(
      ctx,
      sql`SELECT r.contact_id, max(greatest(r.updated_at, i.created_at, i.sent_at)) AS at FROM responses r
        LEFT JOIN invitations i ON i.workspace_id = r.workspace_id AND i.id = r.invitation_id
        WHERE r.workspace_id = ${ctx.workspaceId} AND r.id IN (${listed(ids)}) GROUP BY r.contact_id`,
    );
    await eraseMails(ctx, { invitations: asks });
    await eraseAnswers(ctx, listed(ids));
    await cutAsks(ctx, asks);
  },
  async contacts(ctx, ids) {
    for (const id of ids) await erasePerson(ctx, id, { stops: false });
  },
  sends: (ctx, ids) => blankMails(ctx, listed(ids)),
  evidence: (ctx, ids) => remove(ctx, sql`answer_evidence`, ids, sql`invitation_id`),
  async notices(ctx, ids) {
    // What a chat answered last may repeat what it was told, and is known to be about that no longer.
    await ctx.db.execute(sql`
      UPDATE chat_channels c SET off_answer = NULL FROM chat_messages m
      WHERE c.workspace_id = ${ctx.workspaceId} AND c.off_answer IS NOT NULL AND m.workspace_id = c.workspace_id
        AND m.channel_id = c.id AND m.id IN (${listed(ids)})`);
    for (const table of [
      "case_news",
      "alert_messages",
      "chat_messages",
      "attachments",
      "own_data_requests",
    ]) {
      await remove(ctx, sql.identifier(table), ids);
    }
    await remove(ctx, sql`case_drafts`, ids, sql`revision`);
  },
};

/** Contacts stay as long as they are heard of: what tells of that is about to go, and leaves its moment with them. */
async function keepHeardOf(ctx: Ctx, heard: SQL): Promise<void> {
  await ctx.db.execute(sql`
    UPDATE contacts p SET updated_at = heard.at FROM (${heard}) AS heard
    WHERE p.workspace_id = ${ctx.workspaceId} AND p.id = heard.contact_id AND p.updated_at < heard.at`);
}

/** The ids as a query. */
const listed = (ids: readonly string[]): SQL =>
  sql`SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)`;

async function remove(
  ctx: Ctx,
  table: SQL | ReturnType<typeof sql.identifier>,
  ids: readonly string[],
  key = sql`id`,
) {
  await ctx.db.execute(
    sql`DELETE FROM ${table} WHERE workspace_id = ${ctx.workspaceId} AND ${key} IN (${listed(ids)})`,
  );
}
