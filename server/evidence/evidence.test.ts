import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import {
  answerEvidence,
  cases,
  invitations,
  outboundMails,
  responses,
  workspaces,
} from "#db/schema/index.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { withTokenAtOnce } from "#server/entry.ts";
import { recordResponse } from "#server/response/record.ts";
import { verifyCounts } from "#server/response/verify-counts.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeMember, makeWorkspace } from "#server/test/factories.ts";
import { discardProvisional } from "./discard.ts";
import { noteSeen } from "./note-seen.ts";
import { countProvisional, evidenceOf, listProvisional } from "./queries.ts";
import { releaseProvisional } from "./release.ts";
import { ListProvisional } from "./schema.ts";
import { settleEvidence } from "./settle.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Fjordline");
const there = await makeWorkspace(rt, "Nordlys");
const minutes = (n: number) => new Date(testNow.getTime() + n * 60_000);

beforeEach(async () => {
  rt.setNow(testNow);
  await workspace.run((ctx) => ctx.db.delete(answerEvidence));
});

type Asked = Awaited<ReturnType<typeof makeInvitation>>;

/** Somebody who got the mail at `testNow`. */
async function asked(): Promise<Asked> {
  const invitation = await makeInvitation(rt, workspace, { sentAt: testNow });
  const id = newId();
  await workspace.run((ctx) =>
    ctx.db.insert(outboundMails).values({
      workspaceId: ctx.workspaceId,
      ...{ id, kind: "invitation", priority: 100, dedupeKey: id, messageId: `<${id}@fjordline.example>` },
      ...{ toAddress: "anna@kunde.example", toDomain: "kunde.example", campaignId: invitation.campaignId },
      ...{ invitationId: invitation.id, state: "sent", attempts: 1, sentAt: testNow },
      ...{ nextAttemptAt: testNow, createdAt: testNow },
    }),
  );
  return invitation;
}

async function opened({ number }: Asked, scores: (number | null)[], at: Date) {
  for (const [place, score] of scores.entries()) {
    rt.opened.add({
      workspaceId: workspace.id,
      invitationNumber: number,
      score,
      at: new Date(at.getTime() + place),
    });
  }
  await rt.opened.flush();
}

const seen = async ({ token }: Asked, score: number, visible: number, at: Date) => {
  rt.setNow(at);
  await withTokenAtOnce(rt, "answer", token, (ctx, invitationNumber) =>
    noteSeen(ctx, { invitationNumber, score, visible }),
  );
};

const settle = (at: Date) => {
  rt.setNow(at);
  return workspace.run((ctx) => settleEvidence(ctx, { most: 50 }));
};

const list = async () =>
  (await workspace.run((ctx) => listProvisional(ctx, ListProvisional.parse({})))).answers;
const answersTo = ({ id }: Asked) =>
  workspace.run((ctx) => ctx.db.select().from(responses).where(eq(responses.invitationId, id)));

async function send({ token }: Asked, score: number, comment = "") {
  return withTokenAtOnce(rt, "answer", token, (ctx, invitationNumber) =>
    recordResponse(ctx, { invitationNumber, score, comment }),
  );
}

describe("evidence", () => {
  it("counts what a person was seen to choose, once it has been quiet for ten minutes, as of that moment", async () => {
    const customer = await asked();
    await opened(customer, [3], minutes(5));
    await seen(customer, 3, 4_000, minutes(6));
    expect(await settle(minutes(15.9))).toEqual({ settled: 0, counted: 0 });
    expect(await settle(minutes(16))).toEqual({ settled: 1, counted: 1 });
    expect(await answersTo(customer)).toMatchObject([
      { score: 3, comment: null, evidence: "evidenced", answeredAt: minutes(6), counts: true },
    ]);
    await workspace.run((ctx) => considerWaiting(ctx, { most: 10 }));
    const id = (await answersTo(customer))[0]!.id;
    const opens = await workspace.run((ctx) => ctx.db.select().from(cases).where(eq(cases.responseId, id)));
    expect(opens).toHaveLength(1);
    expect(await workspace.run((ctx) => evidenceOf(ctx, { responseId: id }))).toMatchObject({
      opened: 1,
      handedOverAt: testNow,
      visibleMs: 4_000,
    });
    expect(await list()).toEqual([]);
    expect(await workspace.run(verifyCounts)).toEqual([]);
  });

  it("sets aside what nobody was seen to do, with its reasons, and counts none of it", async () => {
    const [scanner, quick, silent] = [await asked(), await asked(), await asked()];
    await opened(scanner, [0, 1, 2, null, 10], minutes(1));
    await opened(quick, [9], minutes(0.1));
    await seen(quick, 9, 2_500, minutes(0.5));
    await opened(silent, [7], minutes(30));
    expect(await settle(minutes(60))).toEqual({ settled: 3, counted: 0 });
    expect((await list()).map(({ score, doubts }) => ({ score, doubts }))).toEqual([
      { score: 7, doubts: ["no_gesture"] },
      { score: 10, doubts: ["decoy_followed", "many_scores", "no_gesture"] },
      { score: 9, doubts: ["too_soon"] },
    ]);
    for (const one of [scanner, quick, silent]) expect(await answersTo(one)).toEqual([]);
    const dashboard = await workspace.run((ctx) => getDashboard(ctx, DashboardView.parse({ period: "30d" })));
    expect(dashboard.setAside).toBe(3);
    expect(dashboard.newest.filter(({ contactId }) => contactId === scanner.contactId)).toEqual([]);
  });

  it("never stands in the way of the customer, before and after it is settled", async () => {
    const [early, late, evidenced] = [await asked(), await asked(), await asked()];
    for (const one of [early, late]) await opened(one, [0, 5, null], minutes(1));
    await opened(evidenced, [4], minutes(5));
    await seen(evidenced, 4, 9_000, minutes(5));
    await send(early, 9);
    await settle(minutes(20));
    expect(await send(late, 8)).toMatchObject({ outcome: "recorded" });
    expect(await send(evidenced, 4)).toMatchObject({ outcome: "unchanged" });
    expect(await list()).toEqual([]);
    for (const [one, score] of [
      [early, 9],
      [late, 8],
      [evidenced, 4],
    ] as const) {
      expect(await answersTo(one)).toMatchObject([{ score, evidence: "confirmed", version: 1 }]);
    }
    expect(await send(evidenced, 6, "Better now")).toMatchObject({ outcome: "changed" });
    await opened(evidenced, [1], minutes(30));
    expect(await settle(minutes(50))).toEqual({ settled: 0, counted: 0 });
    expect(await answersTo(evidenced)).toMatchObject([{ score: 6, comment: "Better now" }]);
    expect(await workspace.run(verifyCounts)).toEqual([]);
  });

  it("is about pages that a link with a number opened, while the link lives", async () => {
    const [plain, old] = [await asked(), await asked()];
    await seen(plain, 8, 60_000, minutes(5));
    await workspace.run((ctx) =>
      ctx.db
        .update(invitations)
        .set({ expiresAt: minutes(2) })
        .where(eq(invitations.id, old.id)),
    );
    await opened(old, [8], minutes(3));
    expect(await settle(minutes(60))).toEqual({ settled: 0, counted: 0 });
  });

  it("counts only what was sent where a workspace wants that", async () => {
    const customer = await asked();
    await opened(customer, [8], minutes(5));
    await seen(customer, 8, 4_000, minutes(6));
    const only = (confirmedOnly: boolean) =>
      workspace.run((ctx) =>
        ctx.db.update(workspaces).set({ confirmedOnly }).where(eq(workspaces.id, ctx.workspaceId)),
      );
    await only(true);
    expect(await settle(minutes(30))).toEqual({ settled: 1, counted: 0 });
    expect((await list()).map(({ doubts }) => doubts)).toEqual([["confirmed_only"]]);
    await only(false);
  });
});

describe("a person", () => {
  it("releases a provisional answer: it counts, and says who released it", async () => {
    const customer = await asked();
    const agent = await makeMember(rt, workspace, "agent", "Ola Vik");
    await opened(customer, [2], minutes(5));
    await settle(minutes(30));
    const { responseId } = await workspace.run(
      (ctx) => releaseProvisional(ctx, { invitationId: customer.id }),
      agent,
    );
    expect(await answersTo(customer)).toMatchObject([
      { id: responseId, score: 2, evidence: "released", answeredAt: minutes(5) },
    ]);
    expect(await workspace.run((ctx) => evidenceOf(ctx, { responseId }))).toMatchObject({
      decision: "released",
      decidedBy: "Ola Vik",
    });
    await expect(
      workspace.run((ctx) => releaseProvisional(ctx, { invitationId: customer.id }), agent),
    ).rejects.toThrow();
    expect(await send(customer, 7)).toMatchObject({ outcome: "changed" });
    expect(await answersTo(customer)).toMatchObject([{ score: 7, evidence: "confirmed" }]);
  });

  it("are counted by the group of their number", async () => {
    const customer = await asked();
    await opened(customer, [2], minutes(5));
    await settle(minutes(30));
    const count = (filter: object) => workspace.run((ctx) => countProvisional(ctx, filter));
    const [all, detractors] = [await count({}), await count({ group: "detractor" })];
    expect(all).toBeGreaterThan(0);
    expect(detractors + (await count({ group: "passive" })) + (await count({ group: "promoter" }))).toBe(all);
    expect(detractors).toBeGreaterThan(0);
  });

  it("cannot release what has no one number", async () => {
    const customer = await asked();
    await opened(customer, [2, 3], minutes(5));
    await settle(minutes(30));
    const released = workspace.run((ctx) => releaseProvisional(ctx, { invitationId: customer.id }));
    await expect(released).rejects.toMatchObject({ code: "INVALID" });
    expect(await list()).toHaveLength(1);
  });

  it("discards one: it is gone from the list, whatever a scanner opens afterwards, and the customer can answer", async () => {
    const customer = await asked();
    await opened(customer, [2], minutes(5));
    await settle(minutes(30));
    await workspace.run((ctx) => discardProvisional(ctx, { invitationId: customer.id }));
    await opened(customer, [2, 3], minutes(40));
    await settle(minutes(60));
    expect(await list()).toEqual([]);
    expect(await send(customer, 9)).toMatchObject({ outcome: "recorded" });
  });

  it("of another workspace sees and decides nothing", async () => {
    const customer = await asked();
    await opened(customer, [2], minutes(5));
    await settle(minutes(30));
    expect((await there.run((ctx) => listProvisional(ctx, ListProvisional.parse({})))).answers).toEqual([]);
    expect(await there.run((ctx) => countProvisional(ctx, {}))).toBe(0);
    for (const decide of [releaseProvisional, discardProvisional]) {
      const decided = there.run<unknown>((ctx) => decide(ctx, { invitationId: customer.id }));
      await expect(decided).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    rt.opened.add({ workspaceId: there.id, invitationNumber: customer.number, score: 9, at: minutes(31) });
    await rt.opened.flush();
    expect(await list()).toMatchObject([{ requested: [2] }]);
  });
});
