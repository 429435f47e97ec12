import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { memberInvitations, outboundMails } from "#db/schema/index.ts";
import { withToken } from "#server/entry.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeUser, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changeRole } from "./change-role.ts";
import { inviteMember } from "./invite-member.ts";
import { listInvitations, listMembers, openInvitation } from "./queries.ts";
import { removeMember } from "./remove-member.ts";
import { renderMemberInvitation } from "./render-member-invitation.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const rt = await testRuntime();
const day = 86_400_000;

const tokenOf = (workspace: TestWorkspace, invitation: { number: number }) =>
  rt.tokens.seal("member-invitation", { workspaceKey: workspace.key, number: invitation.number });

const accept = (token: string, user: { id: string; name: string; email: string }) =>
  withToken(rt, "member-invitation", token, (ctx, number) => acceptInvitation(ctx, { number, user }));

describe("an invitation", () => {
  it("is mailed once and makes the invited person a member in the role it says", async () => {
    const fjordline = await makeWorkspace(rt);
    const invitation = await fjordline.run((ctx) =>
      inviteMember(ctx, { email: "Bo@fjordline.example", role: "agent" }),
    );
    const mails = await fjordline.run((ctx) => ctx.db.select().from(outboundMails));
    expect(mails).toMatchObject([
      {
        kind: "member_invitation",
        toAddress: "Bo@fjordline.example",
        payload: { memberInvitationId: invitation.id },
      },
    ]);

    const bo = await makeUser(rt, "Bo Lind", "bo@fjordline.example");
    const token = tokenOf(fjordline, invitation);
    expect(await accept(token, bo)).toEqual({
      ...{ outcome: "accepted", slug: fjordline.slug, locale: "en" },
    });
    expect(await fjordline.run(listMembers)).toContainEqual(
      expect.objectContaining({ name: "Bo Lind", role: "agent", since: testNow }),
    );
    expect(await fjordline.run(listInvitations)).toEqual([]);
    expect(await accept(token, bo)).toEqual({
      ...{ outcome: "accepted", slug: fjordline.slug, locale: "en" },
    });
  });

  it("has a link in its mail that opens it, and no mail once it was taken back", async () => {
    const fjordline = await makeWorkspace(rt);
    const email = "link@fjordline.example";
    const invitation = await fjordline.run((ctx) => inviteMember(ctx, { email, role: "agent" }));
    const render = () =>
      fjordline.run(async (ctx) => {
        const [mail] = await ctx.db.select().from(outboundMails);
        return renderMemberInvitation(ctx, mail!);
      });

    const mail = await render();
    expect(mail).toMatchObject({ fromName: "Fjordline", replyTo: fjordline.owner.email });
    expect(mail.text).toContain("Maja Berg");
    const token = /http:\/\/localhost:3000\/join\/(\w+)/.exec(mail.text)![1]!;
    expect(await withToken(rt, "member-invitation", token, openInvitation)).toMatchObject({ email });

    await fjordline.run((ctx) => revokeInvitation(ctx, { id: invitation.id }));
    await expect(render()).rejects.toThrow("taken back");
  });

  it("is no use to anybody but the person it was sent to", async () => {
    const fjordline = await makeWorkspace(rt);
    const invitation = await fjordline.run((ctx) =>
      inviteMember(ctx, { email: "cia@fjordline.example", role: "admin" }),
    );
    const thief = await makeUser(rt, "Thief", "thief@elsewhere.example");

    expect(await accept(tokenOf(fjordline, invitation), thief)).toEqual({
      outcome: "other_address",
      email: "cia@fjordline.example",
    });
    expect(await fjordline.run(listMembers)).toHaveLength(1);
  });

  it("leads nowhere when it was revoked, replaced, too old, or used by someone who was removed", async () => {
    const fjordline = await makeWorkspace(rt);
    const dag = await makeUser(rt, "Dag", "dag@fjordline.example");
    const invite = () => fjordline.run((ctx) => inviteMember(ctx, { email: dag.email, role: "viewer" }));

    const revoked = await invite();
    await fjordline.run((ctx) => revokeInvitation(ctx, { id: revoked.id }));
    await fjordline.run((ctx) => revokeInvitation(ctx, { id: revoked.id }));
    expect(await accept(tokenOf(fjordline, revoked), dag)).toEqual({ outcome: "gone" });

    const replaced = await invite();
    const current = await invite();
    expect(await accept(tokenOf(fjordline, replaced), dag)).toEqual({ outcome: "gone" });

    rt.setNow(new Date(testNow.getTime() + 14 * day));
    expect(await accept(tokenOf(fjordline, current), dag)).toEqual({ outcome: "gone" });
    rt.setNow(testNow);

    expect(await accept(tokenOf(fjordline, current), dag)).toMatchObject({ outcome: "accepted" });
    await fjordline.run((ctx) => removeMember(ctx, { userId: dag.id }));
    expect(await accept(tokenOf(fjordline, current), dag)).toEqual({ outcome: "gone" });
  });

  it("says on its page what it offers, and nothing once it is gone", async () => {
    const fjordline = await makeWorkspace(rt);
    const invitation = await fjordline.run((ctx) =>
      inviteMember(ctx, { email: "eva@fjordline.example", role: "manager" }),
    );
    const look = () => withToken(rt, "member-invitation", tokenOf(fjordline, invitation), openInvitation);

    expect(await look()).toEqual({
      email: "eva@fjordline.example",
      role: "manager",
      workspace: "Fjordline",
      invitedBy: "Maja Berg",
    });
    await fjordline.run((ctx) => revokeInvitation(ctx, { id: invitation.id }));
    expect(await look()).toBeNull();
    expect(await withToken(rt, "member-invitation", "garbage", openInvitation)).toBeNull();
  });

  it("is refused for somebody who works here already", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "agent", "Bo Lind");
    const again = fjordline.run((ctx) => inviteMember(ctx, { email: bo.email.toUpperCase(), role: "admin" }));
    await expect(again).rejects.toMatchObject({ code: "CONFLICT", field: "email" });
  });

  it("cannot be seen, revoked or replaced from another workspace", async () => {
    const fjordline = await makeWorkspace(rt);
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const invitation = await fjordline.run((ctx) =>
      inviteMember(ctx, { email: "ida@both.example", role: "agent" }),
    );
    await nordlys.run((ctx) => inviteMember(ctx, { email: "ida@both.example", role: "agent" }));

    await expect(nordlys.run((ctx) => revokeInvitation(ctx, { id: invitation.id }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const [row] = await fjordline.run((ctx) =>
      ctx.db.select().from(memberInvitations).where(eq(memberInvitations.id, invitation.id)),
    );
    expect(row).toMatchObject({ revokedAt: null, acceptedAt: null });
    expect(await nordlys.run(listInvitations)).toHaveLength(1);
  });
});

describe("members", () => {
  it("get another role and leave", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "agent", "Bo Lind");
    await fjordline.run((ctx) => changeRole(ctx, { userId: bo.id, role: "manager" }));
    expect(await fjordline.run(listMembers, bo)).toContainEqual(
      expect.objectContaining({ userId: bo.id, role: "manager" }),
    );
    await fjordline.run((ctx) => removeMember(ctx, { userId: bo.id }));
    await expect(fjordline.run(listMembers, bo)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("never lose their last administrator", async () => {
    const fjordline = await makeWorkspace(rt);
    const { id: userId } = fjordline.owner;
    const demote = () => fjordline.run((ctx) => changeRole(ctx, { userId, role: "viewer" }));
    const remove = () => fjordline.run((ctx) => removeMember(ctx, { userId }));
    await expect(demote()).rejects.toMatchObject({ code: "CONFLICT", field: "role" });
    await expect(remove()).rejects.toMatchObject({ code: "CONFLICT", field: "role" });
    await fjordline.run((ctx) => changeRole(ctx, { userId, role: "admin" }));
  });

  it("keep one administrator when both leave at the same moment", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "admin", "Bo Lind");
    const leave = (userId: string) => fjordline.run((ctx) => removeMember(ctx, { userId }));
    const left = await Promise.allSettled([leave(bo.id), leave(fjordline.owner.id)]);
    expect(left.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("cannot be touched from another workspace", async () => {
    const fjordline = await makeWorkspace(rt);
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const bo = await makeMember(rt, fjordline, "agent", "Bo Lind");
    const promote = nordlys.run((ctx) => changeRole(ctx, { userId: bo.id, role: "admin" }));
    await expect(promote).rejects.toMatchObject({ code: "NOT_FOUND" });
    const remove = nordlys.run((ctx) => removeMember(ctx, { userId: bo.id }));
    await expect(remove).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await nordlys.run(listMembers)).toHaveLength(1);
  });
});
