import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { attachments, caseSights, heldReplies, outboundMails } from "#db/schema/index.ts";
import { beyondSight, type Ctx } from "#server/context.ts";

type Move = { from: string; to: string; only?: readonly string[] };

const among = (ids: readonly string[] | undefined): SQL =>
  ids === undefined ? sql`` : sql`AND id = ANY(${`{${ids.join(",")}}`}::uuid[])`;

/**
 * Moves what was said in one case to another one, with its files, the replies that wait and their mails. A mail that both have got
 * stays where it is. Returns the messages that went over.
 * @param move.only these messages alone
 */
export async function moveMessages(ctx: Ctx, { from, to, only }: Move): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    UPDATE case_messages SET case_id = ${to}
    WHERE workspace_id = ${ctx.workspaceId} AND case_id = ${from} ${among(only)} AND NOT EXISTS (
      SELECT FROM case_messages there WHERE there.workspace_id = case_messages.workspace_id
        AND there.case_id = ${to} AND there.message_id = case_messages.message_id)
    RETURNING id`);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await ctx.db
    .update(heldReplies)
    .set({ caseId: to })
    .where(and(eq(heldReplies.workspaceId, ctx.workspaceId), inArray(heldReplies.messageId, ids)));
  await ctx.db
    .update(outboundMails)
    .set({ caseId: to })
    .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), inArray(outboundMails.caseMessageId, ids)));
  await ctx.db
    .update(attachments)
    .set({ caseId: to })
    .where(and(eq(attachments.workspaceId, ctx.workspaceId), inArray(attachments.messageId, ids)));
  await moveSights(ctx, to, ids);
  return ids;
}

/** Moves what was promised. Returns the promises that went over. */
export async function movePromises(ctx: Ctx, { from, to, only }: Move): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    UPDATE promises SET case_id = ${to}
    WHERE workspace_id = ${ctx.workspaceId} AND case_id = ${from} ${among(only)} RETURNING id`);
  const ids = rows.map(({ id }) => id);
  await moveSights(ctx, to, ids);
  return ids;
}

/** Whom a note names, and who keeps a promise, has the case it is in, whoever merges. */
async function moveSights(ctx: Ctx, to: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await beyondSight(ctx, ({ db }) =>
    db
      .update(caseSights)
      .set({ caseId: to })
      .where(and(eq(caseSights.workspaceId, ctx.workspaceId), inArray(caseSights.byId, ids))),
  );
}
