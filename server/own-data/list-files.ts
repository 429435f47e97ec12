import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/** A file of a contact's dialogues, or a mail as it came in; where its bytes are is known by `kind` and `id`. */
export type KeptFile = { kind: "file" | "mail"; id: string; name: string; at: Date };

type Row = Omit<KeptFile, "at"> & { at: string };

/** Every file that came or went in a contact's dialogues, and every mail received from them, oldest first. */
export async function listFiles(ctx: Ctx, contactId: string): Promise<KeptFile[]> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  const theirs = sql`SELECT id FROM cases WHERE ${here} AND contact_id = ${contactId}`;
  const rows = await ctx.db.execute<Row>(sql`
    SELECT 'file' AS kind, f.id, f.file_name AS name, f.added_at AS at FROM attachments f
    WHERE f.${here} AND f.case_id IN (${theirs}) AND f.message_id IS NOT NULL AND f.content IS NOT NULL
    UNION ALL
    SELECT 'mail', n.id, 'mail.eml', n.received_at FROM inbound_mails n
    WHERE n.${here} AND n.raw <> '' AND (
      n.purpose = 'case' AND n.target_number IN (
        SELECT number FROM cases WHERE ${here} AND contact_id = ${contactId})
      OR n.purpose = 'reply' AND n.target_number IN (
        SELECT number FROM invitations WHERE ${here} AND contact_id = ${contactId}))
    ORDER BY at, id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** The bytes of one of `listFiles`; null when it is gone since. */
export async function readFile(ctx: Ctx, { kind, id }: KeptFile): Promise<Uint8Array | null> {
  const [row] = await ctx.db.execute<{ bytes: Uint8Array | null }>(
    kind === "file"
      ? sql`SELECT content AS bytes FROM attachments WHERE workspace_id = ${ctx.workspaceId} AND id = ${id}`
      : sql`SELECT raw AS bytes FROM inbound_mails WHERE workspace_id = ${ctx.workspaceId} AND id = ${id}`,
  );
  return row?.bytes ?? null;
}
