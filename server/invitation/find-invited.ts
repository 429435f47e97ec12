import { and, eq, inArray, sql } from "drizzle-orm";
import { contacts, invitations, outboundMails, type Variant } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** What a mail of an invitation needs to know of it and its contact. */
export type Invited = {
  id: string;
  number: number;
  campaignId: string;
  locale: string;
  variant: Variant | null;
  /** The colleague who knows the customer, by name. */
  employee: string | null;
  name: string | null;
  /** Of the mail with the question. */
  messageId: string;
};

/** The colleague's name: as written, or that of the member whose address it is; a bare address is no name. */
const employeeName = sql<string | null>`coalesce(
  (SELECT u.name FROM users u JOIN members b ON b.user_id = u.id
    WHERE b.workspace_id = ${invitations.workspaceId} AND lower(u.email) = lower(${invitations.employee})),
  CASE WHEN ${invitations.employee} LIKE '%@%' THEN NULL ELSE nullif(btrim(${invitations.employee}), '') END)`;

/** The invitations with these ids, by id. */
export async function findInvited(ctx: Ctx, ids: string[]): Promise<Map<string, Invited>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      id: invitations.id,
      number: invitations.number,
      campaignId: invitations.campaignId,
      locale: invitations.locale,
      variant: invitations.variant,
      employee: employeeName,
      name: contacts.name,
      messageId: outboundMails.messageId,
    })
    .from(invitations)
    .innerJoin(
      outboundMails,
      and(
        eq(outboundMails.workspaceId, invitations.workspaceId),
        eq(outboundMails.invitationId, invitations.id),
        eq(outboundMails.kind, "invitation"),
      ),
    )
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, invitations.workspaceId), eq(contacts.id, invitations.contactId)),
    )
    .where(and(eq(invitations.workspaceId, ctx.workspaceId), inArray(invitations.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}
