import { addDays } from "date-fns";
import { and, eq, gt, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { contacts, invitations, ownDataRequests } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { linkDays, quietMs } from "./rules.ts";

/**
 * Sends a customer the link to everything that is kept about them, to the address we have: whoever holds a mail that
 * was forwarded cannot see it (docs/decisions/0016). Asked again within the hour, the mail that is on its way has to
 * do. Returns false when there is nobody to send it to.
 *
 * @param invitationNumber what the link's token names
 */
export async function requestOwnData(ctx: Ctx, invitationNumber: number): Promise<boolean> {
  const [known] = await ctx.db
    .select({ contact: contacts, invitationId: invitations.id })
    .from(invitations)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, invitations.workspaceId), eq(contacts.id, invitations.contactId)),
    )
    .where(
      and(
        eq(invitations.workspaceId, ctx.workspaceId),
        eq(invitations.number, invitationNumber),
        isNull(contacts.erasedAt),
      ),
    )
    .for("no key update", { of: contacts });
  if (!known?.contact.email) return false;
  const { contact, invitationId } = known;
  const [recent] = await ctx.db
    .select({ id: ownDataRequests.id })
    .from(ownDataRequests)
    .where(
      and(
        eq(ownDataRequests.workspaceId, ctx.workspaceId),
        eq(ownDataRequests.contactId, contact.id),
        gt(ownDataRequests.requestedAt, new Date(ctx.now.getTime() - quietMs)),
      ),
    );
  if (recent) return true;
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(ownDataRequests).values({
    ...{ workspaceId: ctx.workspaceId, id, contactId: contact.id, invitationId },
    ...{ requestedAt: ctx.now, expiresAt: addDays(ctx.now, linkDays) },
  });
  await enqueueMail(ctx, {
    kind: "own_data",
    toAddress: known.contact.email,
    dedupeKey: `own_data:${id}`,
    addressHash: contact.addressHash,
    payload: { requestId: id },
  });
  await recordAct(ctx, "privacy.own_data_asked", { id: contact.id });
  return true;
}
