import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { memberInvitations, members, users } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { refusal } from "#server/refusal.ts";
import { invitationDays } from "./rules.ts";
import type { InviteMember } from "./schema.ts";

const dayMs = 86_400_000;

/**
 * Invites a colleague by e-mail, with a link that works once and for 14 days. An invitation that is still
 * open for the same address is replaced, so this is also how one is sent again. Returns the new row.
 *
 * @throws CONFLICT on `email` when the person is a member already.
 */
export async function inviteMember(ctx: Ctx, input: InviteMember) {
  await refuseMembers(ctx, input.email);
  await ctx.db
    .update(memberInvitations)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(memberInvitations.workspaceId, ctx.workspaceId),
        eq(sql`lower(${memberInvitations.email})`, input.email.toLowerCase()),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
      ),
    );
  const [invitation] = await ctx.db
    .insert(memberInvitations)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      email: input.email,
      role: input.role,
      invitedBy: ctx.actor.kind === "member" ? ctx.actor.userId : "system",
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + invitationDays * dayMs),
    })
    .returning();
  await enqueueMail(ctx, {
    kind: "member_invitation",
    toAddress: input.email,
    dedupeKey: `member_invitation:${invitation!.id}`,
    payload: { memberInvitationId: invitation!.id },
  });
  const { id, email, role } = invitation!;
  await recordAct(ctx, "people.invited", { id, label: email, after: { role } });
  return invitation!;
}

async function refuseMembers(ctx: Ctx, email: string): Promise<void> {
  const [member] = await ctx.db
    .select({ name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(eq(members.workspaceId, ctx.workspaceId), eq(sql`lower(${users.email})`, email.toLowerCase())),
    );
  if (!member) return;
  throw new DomainError("CONFLICT", refusal("worksHere", { name: member.name }), "email");
}
