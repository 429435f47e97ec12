import { and, eq } from "drizzle-orm";
import { contacts, suppressions } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";

/**
 * Lets a contact be asked again: takes every suppression of the address away.
 * @throws NOT_FOUND for a contact of another workspace.
 */
export async function liftSuppression(ctx: Ctx, input: { contactId: string }): Promise<void> {
  const [contact] = await ctx.db
    .select({ addressHash: contacts.addressHash })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, input.contactId)));
  if (!contact) throw notFound("contact");
  if (!contact.addressHash) return;
  await ctx.db
    .delete(suppressions)
    .where(
      and(eq(suppressions.workspaceId, ctx.workspaceId), eq(suppressions.addressHash, contact.addressHash)),
    );
  ctx.nudge("contacts", input.contactId);
}
