import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

type Known = { email: string | null; emailKey: string | null; accountId: string | null };

/**
 * Removes what tells of a person in things that are not theirs alone: a company nobody else belongs to, audiences written
 * out by address, what they wrote into dialogues of others, and the files that finished imports were read from.
 */
export async function eraseElsewhere(ctx: Ctx, { emailKey, accountId }: Known): Promise<void> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  if (accountId) await eraseCompany(ctx, here, accountId);
  if (emailKey) {
    await eraseFromAudiences(ctx, here, emailKey);
    await eraseFromOtherDialogues(ctx, here, emailKey);
  }
  await ctx.db.execute(sql`
    UPDATE imports SET file = NULL
    WHERE ${here} AND file IS NOT NULL AND (state IN ('done', 'failed') OR created_at < ${ctx.now.toISOString()}::timestamptz - interval '1 day')`);
}

async function eraseCompany(ctx: Ctx, here: SQL, accountId: string): Promise<void> {
  const alone = sql`NOT EXISTS (SELECT FROM contacts WHERE ${here} AND account_id = ${accountId})`;
  for (const table of [sql`responses`, sql`invitations`]) {
    await ctx.db.execute(
      sql`UPDATE ${table} SET account_id = NULL WHERE ${here} AND account_id = ${accountId} AND ${alone}`,
    );
  }
  await ctx.db.execute(sql`DELETE FROM accounts WHERE ${here} AND id = ${accountId} AND ${alone}`);
}

/** However the address was written there. */
async function eraseFromAudiences(ctx: Ctx, here: SQL, emailKey: string): Promise<void> {
  const theirs = sql`lower(btrim(written.email)) = ${emailKey}`;
  const emails = sql`jsonb_array_elements_text(audience -> 'emails') AS written (email)`;
  await ctx.db.execute(sql`
    UPDATE campaigns SET audience = jsonb_set(audience, '{emails}', (
      SELECT coalesce(jsonb_agg(written.email), '[]') FROM ${emails} WHERE NOT ${theirs}))
    WHERE ${here} AND audience ? 'emails' AND EXISTS (SELECT FROM ${emails} WHERE ${theirs})`);
}

/** A mail into a dialogue of somebody else, such as a colleague's answer, with all that came in it. */
async function eraseFromOtherDialogues(ctx: Ctx, here: SQL, emailKey: string): Promise<void> {
  const written = await ctx.db.execute<{ mail: string | null }>(sql`
    DELETE FROM case_messages WHERE ${here} AND lower(from_address) = ${emailKey} AND direction = 'in'
    RETURNING inbound_mail_id AS mail`);
  const mails = JSON.stringify(written.flatMap(({ mail }) => mail ?? []));
  await emptyMails(
    ctx,
    sql`lower(mail_from) = ${emailKey} OR id IN (SELECT value::uuid FROM jsonb_array_elements_text(${mails}::jsonb))`,
  );
}

/** Empties received mails; the rows stay, so that the same mail is known again as read. */
export async function emptyMails(ctx: Ctx, which: SQL): Promise<void> {
  await ctx.db.execute(sql`
    UPDATE inbound_mails SET raw = '', mail_from = '', rcpt_to = '', sha256 = sha256(id::text::bytea),
      read_at = coalesce(read_at, ${ctx.now.toISOString()}::timestamptz), outcome = coalesce(outcome, 'erased')
    WHERE workspace_id = ${ctx.workspaceId} AND (${which})`);
}
