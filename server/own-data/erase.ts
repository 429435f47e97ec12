import { eq, type SQL, sql } from "drizzle-orm";
import { contacts } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { suppressContact } from "#server/suppression/suppress-contact.ts";
import { closeInvitations } from "./close-invitations.ts";
import { eraseAnswers } from "./erase-answers.ts";
import { eraseDialogues } from "./erase-dialogues.ts";
import { eraseElsewhere } from "./erase-elsewhere.ts";
import { eraseMails } from "./erase-mails.ts";

/**
 * Erases a person for good (RELIABILITY.md G14): name, address, attributes, what they wrote and what was written to
 * or about them, in every table. What stays tells of nobody: scores with their day, survey and reasons, so that
 * no figure moves; the ledger of who was asked, as numbers; and the keyed hash of the address, so that an import does
 * not bring the person back to be asked. All or nothing, in the transaction of `ctx`.
 *
 * @param stops false for whom nobody asked to be erased, but whose time is over: they may come back,
 *   and it is told of by number (server/retention)
 * @throws NOT_FOUND for a contact of another workspace.
 */
export async function erasePerson(ctx: Ctx, contactId: string, { stops = true } = {}): Promise<void> {
  await closeInvitations(ctx, contactId);
  if (stops) await suppressContact(ctx, { contactId, reason: "opted_out", source: "erasure", scope: "all" });
  const [known] = await ctx.db
    .select({ email: contacts.email, emailKey: contacts.emailKey, accountId: contacts.accountId })
    .from(contacts)
    .where(sql`${contacts.workspaceId} = ${ctx.workspaceId} AND ${eq(contacts.id, contactId)}`)
    .for("update");
  if (!known) return;
  const mine = (table: SQL) =>
    sql`SELECT id FROM ${table} WHERE workspace_id = ${ctx.workspaceId} AND contact_id = ${contactId}`;
  await eraseMails(ctx, {
    ...{ invitations: mine(sql`invitations`), cases: mine(sql`cases`) },
    address: sql`SELECT address_hash FROM contacts WHERE workspace_id = ${ctx.workspaceId} AND id = ${contactId}`,
  });
  await eraseDialogues(ctx, mine(sql`cases`));
  await eraseAnswers(ctx, mine(sql`responses`));
  await ctx.db.execute(sql`
    UPDATE events SET attributes = '{}', idempotency_key = id::text, content_hash = sha256(id::text::bytea)
    WHERE workspace_id = ${ctx.workspaceId} AND contact_id = ${contactId}`);
  await eraseContact(ctx, contactId);
  await eraseElsewhere(ctx, known);
  if (stops) await recordAct(ctx, "privacy.erased", { id: contactId });
  for (const kind of ["contacts", "responses", "cases"] as const) ctx.nudge(kind);
}

async function eraseContact(ctx: Ctx, contactId: string): Promise<void> {
  await ctx.db.execute(sql`
    UPDATE suppression_events SET why = NULL WHERE workspace_id = ${ctx.workspaceId} AND address_hash = (
      SELECT address_hash FROM contacts WHERE workspace_id = ${ctx.workspaceId} AND id = ${contactId})`);
  await ctx.db.execute(sql`
    UPDATE contact_grounds SET ground_source = NULL
    WHERE workspace_id = ${ctx.workspaceId} AND contact_id = ${contactId} AND ground_source IS NOT NULL`);
  const now = ctx.now;
  await ctx.db
    .update(contacts)
    .set({
      ...{ email: null, emailKey: null, addressHash: null, name: null, locale: null, externalId: null },
      ...{ accountId: null, teamId: null, employee: null, attributes: {}, source: "erased" },
      ...{ legalGround: "none", groundSource: null, consentedAt: null, updatedAt: now, erasedAt: now },
    })
    .where(sql`${contacts.workspaceId} = ${ctx.workspaceId} AND ${eq(contacts.id, contactId)}`);
}
