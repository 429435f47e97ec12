import { and, eq } from "drizzle-orm";
import { contacts } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { emailKeyOf } from "./rules.ts";
import type { SaveContact } from "./schema.ts";
import { upsertContacts } from "./upsert.ts";

/**
 * Makes one contact, or updates the one with this address. Returns its id.
 * @throws INVALID naming the field that is wrong.
 */
export async function saveContact(ctx: Ctx, input: SaveContact): Promise<{ id: string }> {
  const { rejected } = await upsertContacts(ctx, { contacts: [input.contact], source: "by hand" });
  if (rejected[0]) throw invalid(rejected[0].field, rejected[0].reason);
  const [row] = await ctx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.emailKey, emailKeyOf(input.contact.email)!)),
    );
  return { id: row!.id };
}
