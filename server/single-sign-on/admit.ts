import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { memberInvitations, members, providerSubjects, users } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx, Role } from "#server/context.ts";
import { findProvider, provenDomains } from "./queries.ts";
import { domainOf, type Identity, type Refusal, refusalOf } from "./rules.ts";

type Person = { id: string; name: string; email: string };

/** Whom a provider speaks of: a member it is bound to, or by their address, who may join in `role` unless it is null. */
type Known = { userId: string } | { email: string; role: Role | null } | { refusal: Refusal };

/**
 * Whom the workspace's provider speaks of. Once a member is bound to a subject, that alone counts, as long as the member's
 * address is of a proven domain; before, the address does.
 */
export async function recognise(ctx: Ctx, identity: Identity): Promise<Known> {
  const proven = await provenDomains(ctx);
  const [bound] = await ctx.db
    .select({ userId: users.id, email: users.email })
    .from(providerSubjects)
    .innerJoin(users, eq(users.id, providerSubjects.userId))
    .where(
      and(
        eq(providerSubjects.workspaceId, ctx.workspaceId),
        eq(providerSubjects.issuer, identity.issuer),
        eq(providerSubjects.subject, identity.subject),
      ),
    );
  if (bound)
    return proven.includes(domainOf(bound.email)) ? { userId: bound.userId } : { refusal: "other_domain" };
  const refusal = refusalOf(identity, proven);
  if (refusal) return { refusal };
  const [invitation] = await openInvitations(ctx, identity.email!);
  const joinsAs = (await findProvider(ctx))?.joinsAs ?? null;
  return { email: identity.email!, role: invitation?.role ?? joinsAs };
}

/**
 * Binds a person to the subject that the provider knows them by, and makes them a member in `role` where they are none yet.
 * Returns why not, or null: somebody else of the provider had this address before, or nobody invited them.
 */
export async function admit(
  ctx: Ctx,
  person: Person,
  { issuer, subject }: Identity,
  role: Role | null,
): Promise<Refusal | null> {
  const own = { workspaceId: ctx.workspaceId, userId: person.id };
  const [member] = await ctx.db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, person.id)));
  if (!member) {
    if (!role) return "not_invited";
    await join(ctx, person, role);
  }
  const bound = await ctx.db
    .insert(providerSubjects)
    .values({ ...own, issuer, subject, boundAt: ctx.now })
    .onConflictDoNothing()
    .returning({ subject: providerSubjects.subject });
  if (bound.length > 0) return null;
  const [before] = await ctx.db
    .select({ subject: providerSubjects.subject })
    .from(providerSubjects)
    .where(
      and(
        eq(providerSubjects.workspaceId, ctx.workspaceId),
        eq(providerSubjects.userId, person.id),
        eq(providerSubjects.issuer, issuer),
      ),
    );
  return before?.subject === subject ? null : "other_person";
}

async function join(ctx: Ctx, { id: userId, name, email }: Person, role: Role): Promise<void> {
  await ctx.db
    .insert(members)
    .values({ workspaceId: ctx.workspaceId, userId, role, createdAt: ctx.now })
    .onConflictDoNothing();
  const invitations = await openInvitations(ctx, email);
  for (const { id } of invitations)
    await ctx.db
      .update(memberInvitations)
      .set({ acceptedAt: ctx.now })
      .where(and(eq(memberInvitations.workspaceId, ctx.workspaceId), eq(memberInvitations.id, id)));
  const joined = { ...ctx, actor: { kind: "member" as const, userId, role, name, email } };
  await recordAct(joined, "people.joined", { id: userId, label: name, after: { role } });
}

const openInvitations = (ctx: Ctx, email: string) =>
  ctx.db
    .select({ id: memberInvitations.id, role: memberInvitations.role })
    .from(memberInvitations)
    .where(
      and(
        eq(memberInvitations.workspaceId, ctx.workspaceId),
        eq(sql`lower(${memberInvitations.email})`, email.toLowerCase()),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
        gt(memberInvitations.expiresAt, ctx.now),
      ),
    );
