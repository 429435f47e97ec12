import { and, eq, isNull } from "drizzle-orm";
import { contacts } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { erasePerson } from "./erase.ts";
import type { EraseByHand } from "./schema.ts";

/**
 * Erases a customer because a colleague says so, who typed whom.
 * @throws NOT_FOUND for a contact of another workspace or one who was erased, INVALID when something else was typed.
 */
export async function eraseByHand(ctx: Ctx, { contactId, confirmation }: EraseByHand): Promise<void> {
  const [contact] = await ctx.db
    .select({ name: contacts.name, email: contacts.email, emailKey: contacts.emailKey })
    .from(contacts)
    .where(
      and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, contactId), isNull(contacts.erasedAt)),
    );
  if (!contact) throw notFound("contact");
  const names = Object.values(contact).flatMap((name) => (name ? [plain(name)] : []));
  if (names.length > 0 && !names.includes(plain(confirmation))) {
    throw invalid("confirmation", refusal("confirmationWrong"));
  }
  await erasePerson(ctx, contactId);
}

const plain = (text: string) => text.normalize("NFC").trim().toLowerCase();
