import { and, eq, isNotNull, sql } from "drizzle-orm";
import { contacts, type suppressionReason, suppressions } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";

export type SuppressionReason = (typeof suppressionReason.enumValues)[number];

/**
 * Stops surveys to a contact's address, at once and by its keyed hash, so that it outlives the contact.
 * Doing it again changes nothing; the longer of two stops holds. Returns false when the contact has no address.
 * @throws NOT_FOUND for a contact of another workspace.
 */
export async function suppressContact(
  ctx: Ctx,
  input: { contactId: string; reason: SuppressionReason; source: string; until?: Date },
): Promise<boolean> {
  const [contact] = await ctx.db
    .select({ addressHash: contacts.addressHash })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, input.contactId)));
  if (!contact) throw notFound("contact");
  if (!contact.addressHash) return false;
  const { reason, source, until } = input;
  await ctx.db
    .insert(suppressions)
    .values({
      workspaceId: ctx.workspaceId,
      addressHash: contact.addressHash,
      reason,
      source,
      until,
      createdAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: [suppressions.workspaceId, suppressions.addressHash, suppressions.reason],
      set: {
        until: sql`CASE WHEN excluded.until IS NULL THEN NULL ELSE greatest(excluded.until, suppressions.until) END`,
      },
      setWhere: isNotNull(suppressions.until),
    });
  ctx.nudge("contacts", input.contactId);
  return true;
}
