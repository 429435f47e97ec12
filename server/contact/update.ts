import { and, eq } from "drizzle-orm";
import { contacts } from "#db/schema/index.ts";
import { namedAccounts } from "#server/account/named.ts";
import type { Ctx } from "#server/context.ts";
import { invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { namedTeams } from "#server/team/named.ts";
import { checkContact, type ReadyContact } from "./check.ts";
import { inTurn } from "./in-turn.ts";
import { moveAddresses } from "./move-addresses.ts";
import { sayWhoTells } from "./say-who-tells.ts";
import type { UpdateContact } from "./schema.ts";

/**
 * Makes a contact what a person wrote: an empty field is emptied; attributes, when given, are these and no others.
 * @throws NOT_FOUND for a contact of another workspace, INVALID naming the field that is wrong or taken.
 */
export async function updateContact(ctx: Ctx, input: UpdateContact): Promise<{ id: string }> {
  const me = and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, input.contactId));
  const [known] = await ctx.db.select({ emailKey: contacts.emailKey }).from(contacts).where(me);
  if (!known) throw notFound("contact");
  const ready = checkContact(input.contact, ctx.now);
  if ("field" in ready) throw invalid(ready.field, ready.reason);
  await refuseTaken(ctx, input.contactId, ready);
  await inTurn(async () => {
    await sayWhoTells(ctx, "by hand");
    if (known.emailKey !== ready.emailKey)
      await moveAddresses(ctx, [{ contactId: input.contactId, ...ready }]);
    await ctx.db
      .update(contacts)
      .set({ ...(await columnsOf(ctx, ready)), updatedAt: ctx.now })
      .where(me);
  });
  ctx.nudge("contacts", input.contactId);
  return { id: input.contactId };
}

async function refuseTaken(
  ctx: Ctx,
  contactId: string,
  { emailKey, externalId }: ReadyContact,
): Promise<void> {
  const others = (column: typeof contacts.emailKey | typeof contacts.externalId, value: string) =>
    ctx.db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(column, value)));
  const taken = (rows: { id: string }[]) => rows.some((row) => row.id !== contactId);
  if (taken(await others(contacts.emailKey, emailKey))) {
    throw invalid("email", refusal("contactTaken"));
  }
  if (externalId && taken(await others(contacts.externalId, externalId))) {
    throw invalid("externalId", refusal("contactIdTaken"));
  }
}

async function columnsOf(ctx: Ctx, ready: ReadyContact) {
  const account =
    ready.account && (await namedAccounts(ctx, [ready.account])).get(ready.account.toLowerCase());
  const team = ready.team && (await namedTeams(ctx, [ready.team])).get(ready.team.toLowerCase());
  return {
    email: ready.email,
    name: ready.name || null,
    locale: ready.locale || null,
    externalId: ready.externalId || null,
    accountId: account || null,
    teamId: team || null,
    employee: ready.employee || null,
    ...(ready.legalGround ? groundOf(ready) : {}),
    ...(ready.attributes ? { attributes: ready.attributes } : {}),
  };
}

function groundOf({ legalGround, groundSource, consentedAt }: ReadyContact) {
  return {
    legalGround: legalGround!,
    groundSource: groundSource || null,
    consentedAt: legalGround === "consent" ? consentedAt : null,
  };
}
