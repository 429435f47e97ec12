import { and, eq } from "drizzle-orm";
import { memberInvitations, users, workspaces } from "#db/schema/index.ts";
import { renderMemberInvitationMail } from "#emails/member-invitation.tsx";
import { pickLocale } from "#server/i18n/locales.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";

/**
 * The mail that invites a colleague, in the workspace's language, with the link `/join/<token>`; an answer to
 * it goes to whoever invited.
 *
 * @throws when the invitation was taken back or replaced before the mail left.
 */
export const renderMemberInvitation: MailRenderer = async (ctx, mail) => {
  const [row] = await ctx.db
    .select({
      invitation: memberInvitations,
      workspace: workspaces,
      inviter: users.name,
      replyTo: users.email,
    })
    .from(memberInvitations)
    .innerJoin(workspaces, eq(workspaces.id, memberInvitations.workspaceId))
    .leftJoin(users, eq(users.id, memberInvitations.invitedBy))
    .where(
      and(
        eq(memberInvitations.workspaceId, ctx.workspaceId),
        eq(memberInvitations.id, String(mail.payload.memberInvitationId)),
      ),
    );
  if (!row || row.invitation.revokedAt) throw new Error("The invitation was taken back before it was sent.");
  const { invitation, workspace, inviter, replyTo } = row;
  const token = ctx.tokens.seal("member-invitation", {
    workspaceKey: workspace.key,
    number: invitation.number,
  });
  const parts = await renderMemberInvitationMail({
    workspaceName: workspace.name,
    inviterName: inviter,
    role: invitation.role,
    url: `${ctx.site.appUrl}/join/${token}`,
    validUntil: invitation.expiresAt,
    timeZone: workspace.timezone,
    locale: pickLocale(workspace.locale, "en"),
  });
  return {
    ...parts,
    fromName: workspace.name,
    fromAddress: null,
    ...(replyTo ? { replyTo } : {}),
    headers: { "Auto-Submitted": "auto-generated" },
  };
};
