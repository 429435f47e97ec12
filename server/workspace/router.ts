import { endSessionsOf } from "#server/auth/end-sessions.ts";
import { settleIn } from "#server/auth/settle-in.ts";
import { fromWhere } from "#server/context.ts";
import { inNewWorkspace, withToken } from "#server/entry.ts";
import { workspacesOf } from "#server/memberships.ts";
import { memberProcedure, publicProcedure, router, userProcedure } from "#server/trpc.ts";
import { type Acceptance, acceptInvitation } from "./accept-invitation.ts";
import { changeRole } from "./change-role.ts";
import { changeUndo, getUndo } from "./change-undo.ts";
import { createWorkspace } from "./create.ts";
import { createApiKey } from "./create-api-key.ts";
import { demandSecondFactor, getDemand } from "./demand-second-factor.ts";
import { inviteMember } from "./invite-member.ts";
import {
  getFrame,
  getSettings,
  getSetUp,
  listApiKeys,
  listInvitations,
  listMembers,
  openInvitation,
} from "./queries.ts";
import { removeMember } from "./remove-member.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import {
  ChangeRole,
  ChangeUndo,
  CreateApiKey,
  CreateWorkspace,
  DemandSecondFactor,
  InvitationToken,
  InviteMember,
  RemoveMember,
  RevokeApiKey,
  RevokeInvitation,
  UpdateSettings,
  UpdateYouSaid,
} from "./schema.ts";
import { updateSettings } from "./update-settings.ts";
import { updateYouSaid } from "./update-you-said.ts";

export const workspaceRouter = router({
  /** The workspaces the signed-in user works in. */
  mine: userProcedure.query(({ ctx }) => workspacesOf(ctx.rt.connection.db, ctx.user.id)),

  create: userProcedure.input(CreateWorkspace).mutation(({ ctx, input }) => {
    const { id: userId, name, email } = ctx.user;
    const founder = { kind: "member", userId, role: "admin", name, email } as const;
    return inNewWorkspace(ctx.rt, founder, (svar) =>
      createWorkspace({ ...svar, from: fromWhere(ctx.user) }, { ...input, ownerId: userId }),
    );
  }),

  /** What the link `/join/<token>` offers, to whoever holds it; null when it leads nowhere any more. */
  invitation: publicProcedure("it is for whoever holds the link of an invitation")
    .input(InvitationToken)
    .query(({ ctx, input }) => withToken(ctx.rt, "member-invitation", input.token, openInvitation)),
  acceptInvitation: userProcedure
    .input(InvitationToken)
    .mutation(async ({ ctx, input }): Promise<Acceptance> => {
      const accepted = await withToken(ctx.rt, "member-invitation", input.token, (svar, number) =>
        acceptInvitation({ ...svar, from: fromWhere(ctx.user) }, { number, user: ctx.user }),
      );
      if (accepted?.outcome === "accepted")
        await settleIn(ctx.rt.connection.db, ctx.user.id, accepted.locale);
      return accepted ?? { outcome: "gone" };
    }),
  frame: memberProcedure("viewer").query(({ ctx }) => getFrame(ctx.svar)),
  setUp: memberProcedure("viewer").query(({ ctx }) => getSetUp(ctx.svar)),
  settings: memberProcedure("viewer").query(({ ctx }) => getSettings(ctx.svar)),
  updateSettings: memberProcedure("admin")
    .input(UpdateSettings)
    .mutation(({ ctx, input }) => updateSettings(ctx.svar, input)),
  updateYouSaid: memberProcedure("manager")
    .input(UpdateYouSaid)
    .mutation(({ ctx, input }) => updateYouSaid(ctx.svar, input)),

  members: memberProcedure("viewer").query(({ ctx }) => listMembers(ctx.svar)),
  changeRole: memberProcedure("admin")
    .input(ChangeRole)
    .mutation(async ({ ctx, input }) => {
      const changed = await changeRole(ctx.svar, input);
      await endSessionsOf(ctx, input.userId);
      return changed;
    }),
  removeMember: memberProcedure("admin")
    .input(RemoveMember)
    .mutation(async ({ ctx, input }) => {
      await removeMember(ctx.svar, input);
      await endSessionsOf(ctx, input.userId);
    }),

  secondFactor: memberProcedure("admin").query(({ ctx }) => getDemand(ctx.svar)),
  demandSecondFactor: memberProcedure("admin")
    .input(DemandSecondFactor)
    .mutation(({ ctx, input }) => demandSecondFactor(ctx.svar, input)),

  undo: memberProcedure("viewer").query(({ ctx }) => getUndo(ctx.svar)),
  changeUndo: memberProcedure("viewer")
    .input(ChangeUndo)
    .mutation(({ ctx, input }) => changeUndo(ctx.svar, input)),

  invitations: memberProcedure("admin").query(({ ctx }) => listInvitations(ctx.svar)),
  inviteMember: memberProcedure("admin")
    .input(InviteMember)
    .mutation(({ ctx, input }) => inviteMember(ctx.svar, input)),
  revokeInvitation: memberProcedure("admin")
    .input(RevokeInvitation)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.svar, input)),

  apiKeys: memberProcedure("admin").query(({ ctx }) => listApiKeys(ctx.svar)),
  createApiKey: memberProcedure("admin")
    .input(CreateApiKey)
    .mutation(({ ctx, input }) => createApiKey(ctx.svar, input)),
  revokeApiKey: memberProcedure("admin")
    .input(RevokeApiKey)
    .mutation(({ ctx, input }) => revokeApiKey(ctx.svar, input)),
});
