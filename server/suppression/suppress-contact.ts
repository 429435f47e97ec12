import { and, eq } from "drizzle-orm";
import { contacts } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { addSuppressions, type Stop } from "./add.ts";

/**
 * Stops mail to a contact's address. Doing it again changes nothing; the longer and the wider of two stops holds.
 * Returns false when the contact has no address.
 * @throws NOT_FOUND for a contact of another workspace.
 */
export async function suppressContact(
  ctx: Ctx,
  input: { contactId: string } & Omit<Stop, "addressHash">,
): Promise<boolean> {
  const { contactId, ...stop } = input;
  const addressHash = await addressHashOf(ctx, contactId);
  if (!addressHash) return false;
  const added = await addSuppressions(ctx, [{ ...stop, addressHash }]);
  const { reason, scope, until } = stop;
  const after = { reason, scope, until: until?.toISOString() ?? null };
  if (added > 0) await recordAct(ctx, "suppressions.added", { id: contactId, after });
  ctx.nudge("contacts", contactId);
  return true;
}

/** The keyed hash of a contact's address; null without one. @throws NOT_FOUND for a contact of another workspace. */
export async function addressHashOf(ctx: Ctx, contactId: string): Promise<Uint8Array | null> {
  const [contact] = await ctx.db
    .select({ addressHash: contacts.addressHash })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, contactId)));
  if (!contact) throw notFound("contact");
  return contact.addressHash;
}
