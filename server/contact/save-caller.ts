import { and, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { contacts, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { texts } from "#server/i18n/messages/texts.ts";
import { refusal } from "#server/refusal.ts";
import { emailKeyOf } from "./rules.ts";
import type { Caller } from "./schema.ts";
import { upsertContacts } from "./upsert.ts";

/**
 * Makes a contact of somebody who came by themselves. That is no ground to ask them anything, so they have none. Whoever is
 * known by the address is that contact, which stays as it is. Returns its id.
 * @throws INVALID at `contact.email` for what is no address, at `contact.name` when there is neither name nor address.
 */
export async function saveCaller(ctx: Ctx, { name, email, phone }: Caller): Promise<{ id: string }> {
  const attributes: Record<string, string> = phone ? { [await phoneAttribute(ctx)]: phone } : {};
  if (email) return withAddress(ctx, { name, email, attributes });
  if (!name) throw invalid("contact.name", refusal("callerWho"));
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(contacts).values({
    ...{
      workspaceId: ctx.workspaceId,
      id,
      name,
      attributes,
      source: "noted case",
      legalGround: "none" as const,
    },
    ...{ createdAt: ctx.now, updatedAt: ctx.now },
  });
  ctx.nudge("contacts", id);
  return { id };
}

/** The attribute that a number goes to, which is no field of contacts: one for all colleagues, in the workspace's language. */
async function phoneAttribute(ctx: Ctx): Promise<string> {
  const [workspace] = await ctx.db
    .select({ locale: workspaces.locale })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return texts[pickLocale(workspace?.locale, "en")].names.phone;
}

type WithAddress = { name: string | undefined; email: string; attributes: Record<string, string> };

async function withAddress(ctx: Ctx, contact: WithAddress): Promise<{ id: string }> {
  const known = await find(ctx, contact.email);
  if (known) return known;
  const { rejected } = await upsertContacts(ctx, {
    contacts: [{ ...contact, legalGround: "none" }],
    source: "noted case",
  });
  if (rejected[0]) throw invalid(`contact.${rejected[0].field}`, rejected[0].reason);
  return (await find(ctx, contact.email))!;
}

async function find(ctx: Ctx, email: string): Promise<{ id: string } | undefined> {
  const key = emailKeyOf(email);
  if (!key) throw invalid("contact.email", refusal("email"));
  const [known] = await ctx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.emailKey, key)));
  return known;
}
