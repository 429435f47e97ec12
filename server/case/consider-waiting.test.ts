import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cases, responses, unconsideredResponses } from "#db/schema/index.ts";
import { withTokenAtOnce } from "#server/entry.ts";
import { recordResponse } from "#server/response/record.ts";
import type { ContactWish } from "#server/response/schema.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { closeCase } from "./close.ts";
import { considerWaiting } from "./consider-waiting.ts";
import { getCase } from "./queries.ts";

const rt = await testRuntime();

async function answer(workspace: TestWorkspace, score: number, token?: string, contact?: ContactWish) {
  const link = token ?? (await makeInvitation(rt, workspace)).token;
  const done = await withTokenAtOnce(rt, "answer", link, (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score, comment: "", contact }),
  );
  return { token: link, responseId: done && "responseId" in done ? done.responseId : "" };
}

const consider = (workspace: TestWorkspace, most = 50) =>
  workspace.run((ctx) => considerWaiting(ctx, { most }));
const casesOf = (workspace: TestWorkspace) => workspace.run((ctx) => ctx.db.select().from(cases));
const waiting = (workspace: TestWorkspace) =>
  workspace.run((ctx) => ctx.db.select().from(unconsideredResponses).orderBy(unconsideredResponses.dueAt));

describe("answers that wait to be considered", () => {
  it("open a case for a detractor, once, and are gone from the queue", async () => {
    const workspace = await makeWorkspace(rt);
    const { responseId } = await answer(workspace, 3);
    await answer(workspace, 9);
    expect(await consider(workspace)).toEqual({ taken: 2, failed: [] });
    expect(await casesOf(workspace)).toMatchObject([{ responseId }]);
    expect(await waiting(workspace)).toEqual([]);
    expect(await consider(workspace)).toEqual({ taken: 0, failed: [] });
  });

  it("are considered with what they say now when they changed meanwhile", async () => {
    const workspace = await makeWorkspace(rt);
    const { token } = await answer(workspace, 2);
    await answer(workspace, 9, token);
    expect(await consider(workspace)).toEqual({ taken: 2, failed: [] });
    expect(await casesOf(workspace)).toEqual([]);
  });

  it("open a case for whoever asks to be contacted, whatever the score", async () => {
    const workspace = await makeWorkspace(rt);
    const { responseId } = await answer(workspace, 10, undefined, { by: "email" });
    await answer(workspace, 10, undefined, { by: "none" });
    await consider(workspace);
    expect(await casesOf(workspace)).toMatchObject([{ responseId, state: "open" }]);
  });

  it("wake the closed case of a customer who asks to be contacted now, once", async () => {
    const workspace = await makeWorkspace(rt);
    const agent = await makeMember(rt, workspace, "agent", "Bo Friis");
    const { token } = await answer(workspace, 2);
    await consider(workspace);
    const caseId = (await casesOf(workspace))[0]!.id;
    const close = () =>
      workspace.run(
        async (ctx) => closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Called" }),
        agent,
      );
    await close();
    await answer(workspace, 3, token);
    await consider(workspace);
    expect(await casesOf(workspace)).toMatchObject([{ state: "closed" }]);

    await answer(workspace, 3, token, { by: "phone", phone: "12345678" });
    await answer(workspace, 4, token, { by: "phone", phone: "12345678" });
    await consider(workspace);
    expect(await casesOf(workspace)).toMatchObject([{ state: "open" }]);
    const kinds = async () =>
      (await workspace.run((ctx) => getCase(ctx, { caseId }))).events.map(({ kind }) => kind);
    expect((await kinds()).filter((kind) => kind === "reopened")).toHaveLength(1);

    await close();
    await answer(workspace, 9, token, { by: "phone", phone: "12345678" });
    await consider(workspace);
    expect(await casesOf(workspace)).toMatchObject([{ state: "closed" }]);
  });

  it("are shared by workers that come at once", async () => {
    const workspace = await makeWorkspace(rt);
    for (let n = 0; n < 12; n++) await answer(workspace, 1);
    const done = await Promise.all([consider(workspace, 5), consider(workspace, 5), consider(workspace, 5)]);
    const taken = done.reduce((sum, one) => sum + one.taken, 0);
    await consider(workspace);
    expect(taken).toBeGreaterThan(5);
    expect(await casesOf(workspace)).toHaveLength(12);
    expect(await waiting(workspace)).toEqual([]);
  });

  it("hold up no other when one cannot be considered, which is tried again later", async () => {
    const workspace = await makeWorkspace(rt);
    const bad = await answer(workspace, 1);
    rt.setNow(new Date(testNow.getTime() + 1));
    const good = await answer(workspace, 2);
    const nudge = () => {
      throw new Error("no luck");
    };
    const failing = workspace.run((ctx) => considerWaiting({ ...ctx, nudge }, { most: 1 }));
    expect(await failing).toMatchObject({ taken: 1, failed: [{ responseId: bad.responseId }] });
    expect(await waiting(workspace)).toMatchObject([
      { responseId: good.responseId, attempts: 0 },
      { responseId: bad.responseId, attempts: 1, dueAt: new Date(testNow.getTime() + 5_001) },
    ]);
    expect(await consider(workspace)).toEqual({ taken: 1, failed: [] });
    rt.setNow(new Date(testNow.getTime() + 6_000));
    expect(await consider(workspace)).toEqual({ taken: 1, failed: [] });
    rt.setNow(testNow);
    expect(await casesOf(workspace)).toHaveLength(2);
  });

  it("are those of one's own workspace only", async () => {
    const [here, there] = [await makeWorkspace(rt, "Here"), await makeWorkspace(rt, "There")];
    await answer(there, 1);
    expect(await consider(here)).toEqual({ taken: 0, failed: [] });
    expect(await casesOf(there)).toEqual([]);
    expect(await waiting(there)).toHaveLength(1);
  });

  it("go with the answer when the customer is erased", async () => {
    const workspace = await makeWorkspace(rt);
    const { responseId } = await answer(workspace, 1);
    await workspace.run((ctx) => ctx.db.delete(responses).where(eq(responses.id, responseId)));
    expect(await waiting(workspace)).toEqual([]);
  });
});
