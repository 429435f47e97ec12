import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { auditEntries, contactGrounds, contacts, type LegalGround, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { findLaw } from "#server/legal/queries.ts";
import { type Acceptable, acceptable, countryOf, proposedLaw } from "#server/legal/rules.ts";

/**
 * Why somebody may be asked, as it changed: the ground that was told of the contact, or what the workspace accepts in the
 * contact's country. `by` is a colleague's name, null when a program, the customer or Svar did it.
 */
export type GroundChange = { key: string; at: Date; by: string | null } & (
  | {
      kind: "ground";
      ground: LegalGround;
      source: string | null;
      consentedAt: Date | null;
      cameBy: string | null;
    }
  | { kind: "law"; accepts: Acceptable[] }
);

const most = 50;

/**
 * The history of a contact's ground and of the law it is held against since the contact is known, newest first, at most
 * 50 of each. @throws NOT_FOUND for a contact of another workspace, or one who was erased.
 */
export async function listGrounds(ctx: Ctx, input: { contactId: string }): Promise<GroundChange[]> {
  const [contact] = await ctx.db
    .select({
      attributes: contacts.attributes,
      emailKey: contacts.emailKey,
      createdAt: contacts.createdAt,
    })
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, ctx.workspaceId),
        eq(contacts.id, input.contactId),
        sql`${contacts.erasedAt} IS NULL`,
      ),
    );
  if (!contact) throw notFound("contact");
  const { country: usual } = await findLaw(ctx);
  const changes = [
    ...(await groundsOf(ctx, input.contactId)),
    ...(await lawOf(ctx, countryOf(contact, usual), contact.createdAt)),
  ];
  return changes.sort((one, other) => other.at.getTime() - one.at.getTime());
}

async function groundsOf(ctx: Ctx, contactId: string): Promise<GroundChange[]> {
  const rows = await ctx.db
    .select({ ground: contactGrounds, by: users.name })
    .from(contactGrounds)
    .leftJoin(users, eq(users.id, contactGrounds.toldBy))
    .where(and(eq(contactGrounds.workspaceId, ctx.workspaceId), eq(contactGrounds.contactId, contactId)))
    .orderBy(desc(contactGrounds.id))
    .limit(most);
  return rows.map(({ ground: { id, at, ground, groundSource, consentedAt, cameBy }, by }) => ({
    ...{ key: `ground ${id}`, kind: "ground" as const, at, by, ground, source: groundSource },
    ...{ consentedAt, cameBy },
  }));
}

/** From the audit log, which keeps what was accepted before and after; only changes of what is accepted. */
async function lawOf(ctx: Ctx, country: keyof typeof proposedLaw, since: Date): Promise<GroundChange[]> {
  const rows = await ctx.db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      by: auditEntries.actorName,
      action: auditEntries.action,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, ctx.workspaceId),
        inArray(auditEntries.action, ["privacy.ground_set", "privacy.ground_reset"]),
        eq(auditEntries.subjectId, country),
        gte(auditEntries.at, since),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(most);
  return rows.flatMap(({ id, at, by, action, after }) => {
    const set = after.accepts;
    const accepts = action === "privacy.ground_reset" ? proposedLaw[country].accepts : set;
    if (!Array.isArray(accepts)) return [];
    const named = acceptable.filter((ground) => accepts.includes(ground));
    return [{ key: id, kind: "law" as const, at, by, accepts: named }];
  });
}
