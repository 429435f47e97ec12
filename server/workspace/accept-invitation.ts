import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { memberInvitations, members, workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx, Role } from "#server/context.ts";
import { sameAddress } from "./rules.ts";

export type Acceptance =
  | { outcome: "accepted"; slug: string; locale: string }
  /** The link is for `email`, and somebody else is signed in. */
  | { outcome: "other_address"; email: string }
  | { outcome: "gone" };

/**
 * Makes `user` a member in the role the invitation with this number says. The address of the account must be
 * the invited one: the link proves that its reader owns that mailbox, and nothing about another. Accepting
 * again, by the same person, has the same outcome and changes nothing.
 */
export async function acceptInvitation(
  ctx: Ctx,
  input: { number: number; user: { id: string; name: string; email: string } },
): Promise<Acceptance> {
  const mine = and(
    eq(memberInvitations.workspaceId, ctx.workspaceId),
    eq(memberInvitations.number, input.number),
  );
  const [invitation] = await ctx.db.select().from(memberInvitations).where(mine);
  if (!invitation) return { outcome: "gone" };
  if (!sameAddress(invitation.email, input.user.email)) {
    return { outcome: "other_address", email: invitation.email };
  }
  const [won] = await ctx.db
    .update(memberInvitations)
    .set({ acceptedAt: ctx.now })
    .where(
      and(
        mine,
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
        gt(memberInvitations.expiresAt, ctx.now),
      ),
    )
    .returning({ role: memberInvitations.role });
  if (won) await join(ctx, input.user, won.role);
  return won || (await isMember(ctx, input.user.id))
    ? { outcome: "accepted", ...(await placeOf(ctx)) }
    : { outcome: "gone" };
}

async function join(ctx: Ctx, user: { id: string; name: string; email: string }, role: Role): Promise<void> {
  const { id: userId, name, email } = user;
  await ctx.db
    .insert(members)
    .values({ workspaceId: ctx.workspaceId, userId, role, createdAt: ctx.now })
    .onConflictDoNothing();
  const joined = { ...ctx, actor: { kind: "member" as const, userId, role, name, email } };
  await recordAct(joined, "people.joined", { id: userId, label: name, after: { role } });
}

async function isMember(ctx: Ctx, userId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ one: sql`1` })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId)));
  return rows.length > 0;
}

async function placeOf(ctx: Ctx): Promise<{ slug: string; locale: string }> {
  const [row] = await ctx.db
    .select({ slug: workspaces.slug, locale: workspaces.locale })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return row!;
}
