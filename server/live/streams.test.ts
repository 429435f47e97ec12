import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import type { Db } from "#db/client.ts";
import { newId } from "#db/id.ts";
import { members, secondFactors, sessions } from "#db/schema/index.ts";
import { type Runtime, type SignedIn, withTokenAtOnce } from "#server/entry.ts";
import { recordResponse } from "#server/response/record.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { demandSecondFactor } from "#server/workspace/demand-second-factor.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { positionNow } from "./changes.ts";
import { createLiveStreams } from "./streams.ts";
import { createSubscriber } from "./subscribe.ts";

const rt = await testRuntime();
const { db } = rt.connection;
const subscriber = await createSubscriber(rt.url, () => {});
const errors: unknown[] = [];
let transactions = 0;
const counted = new Proxy(db, {
  get(target, name) {
    if (name === "transaction") transactions += 1;
    return Reflect.get(target, name, target);
  },
}) as Db;
const streams = createLiveStreams({
  db: counted,
  subscriber,
  clock: rt.clock,
  onError: (error) => errors.push(error),
});
const ends: AbortController[] = [];
afterAll(async () => {
  for (const end of ends) end.abort();
  await streams.close();
  await subscriber.close();
  expect(errors).toEqual([]);
});

async function signIn(user: SignedIn): Promise<string> {
  const id = newId();
  const at = { createdAt: testNow, updatedAt: testNow, expiresAt: new Date(testNow.getTime() + 3_600_000) };
  await db.insert(sessions).values({ id, token: id, userId: user.id, ...at });
  return id;
}

async function follow(
  workspace: TestWorkspace,
  options: { as?: string; userId?: string; since?: string | null } = {},
) {
  const { userId = workspace.owner.id } = options;
  const sessionId = options.as ?? (await signIn(workspace.owner));
  const end = new AbortController();
  ends.push(end);
  const since = options.since === undefined ? await positionNow(db) : options.since;
  const stream = streams.follow({ userId, workspaceId: workspace.id, sessionId }, since, end.signal);
  /** What the next message that is more than "all is well" says. */
  const next = async () => {
    for (;;) {
      const { value, done } = await stream.next();
      if (done) return "ended";
      if (value.changed.length > 0) return value.changed;
    }
  };
  return { stream, next, end };
}

const answerBy = (by: Runtime, token: string, score = 9) =>
  withTokenAtOnce(by, "answer", token, (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score, comment: "" }),
  );

it("begins with what was missed: all without a position, else what changed since", async () => {
  const workspace = await makeWorkspace(rt);
  const before = await positionNow(db);
  await workspace.run(async (ctx) => ctx.nudge("cases"));
  const [anew, back, still] = await Promise.all([
    follow(workspace, { since: null }),
    follow(workspace, { since: before }),
    follow(workspace),
  ]);
  expect(await anew.next()).toBe("resync");
  expect(await back.next()).toEqual(["cases"]);
  expect((await still.stream.next()).value).toMatchObject({ changed: [] });
});

it("goes on in another process from a position that this one gave", async () => {
  const workspace = await makeWorkspace(rt);
  const here = await follow(workspace);
  const { value } = await here.stream.next();
  here.end.abort();
  await workspace.run(async (ctx) => ctx.nudge("domains"));
  const second = createLiveStreams({
    db,
    subscriber,
    clock: rt.clock,
    onError: (error) => errors.push(error),
  });
  const end = new AbortController();
  const listener = {
    userId: workspace.owner.id,
    workspaceId: workspace.id,
    sessionId: await signIn(workspace.owner),
  };
  const there = second.follow(listener, value!.position, end.signal);
  expect((await there.next()).value).toMatchObject({ changed: ["domains"] });
  end.abort();
  await there.next();
  await second.close();
});

it("tells of an answer at once, and merges what comes while its reader is busy", async () => {
  const workspace = await makeWorkspace(rt);
  const one = await follow(workspace);
  await one.stream.next();
  const { token } = await makeInvitation(rt, workspace);
  const began = performance.now();
  await answerBy(rt, token);
  expect(await one.next()).toEqual(["responses"]);
  expect(performance.now() - began).toBeLessThan(2_500);

  await workspace.run(async (ctx) => ctx.nudge("cases"));
  await workspace.run(async (ctx) => ctx.nudge("contacts"));
  const heard = new Set<string>();
  while (heard.size < 2) for (const kind of await one.next()) heard.add(kind);
  expect([...heard].sort()).toEqual(["cases", "contacts"]);
});

it("tells of an answer whose process died before it could announce it", async () => {
  const workspace = await makeWorkspace(rt);
  const one = await follow(workspace);
  await one.stream.next();
  const { token } = await makeInvitation(rt, workspace);
  const dying = { ...rt, publisher: { publish() {}, flush: async () => {} } };
  await answerBy(dying, token);
  expect(await one.next()).toEqual(["responses"]);
});

it("hears nothing of another workspace", async () => {
  const [workspace, other] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
  const one = await follow(workspace);
  await one.stream.next();
  await other.run(async (ctx) => ctx.nudge("cases"));
  expect((await one.stream.next()).value).toMatchObject({ changed: [] });
  await workspace.run(async (ctx) => ctx.nudge("domains"));
  expect(await one.next()).toEqual(["domains"]);
});

it("ends within five seconds for a member who was removed, telling nothing after it; in another workspace it goes on", async () => {
  const [workspace, other] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
  const member = await makeMember(rt, workspace, "viewer", "Vera Holm");
  await other.run((ctx) =>
    ctx.db
      .insert(members)
      .values({ workspaceId: ctx.workspaceId, userId: member.id, role: "viewer", createdAt: ctx.now }),
  );
  const theirs = { as: await signIn(member), userId: member.id };
  const [here, there] = [await follow(workspace, theirs), await follow(other, theirs)];
  await Promise.all([here.stream.next(), there.stream.next()]);
  const ending = expect(here.next()).rejects.toMatchObject({ code: "NOT_FOUND" });
  const began = performance.now();
  await workspace.run((ctx) => removeMember(ctx, { userId: member.id }));
  await workspace.run(async (ctx) => ctx.nudge("responses"));
  await ending;
  expect(performance.now() - began).toBeLessThan(5_000);
  await other.run(async (ctx) => ctx.nudge("cases"));
  expect(await there.next()).toEqual(["cases"]);
});

it("ends without any change when the session was ended, and when it has expired", async () => {
  const workspace = await makeWorkspace(rt);
  const as = await signIn(workspace.owner);
  const [gone, old] = [await follow(workspace, { as }), await follow(workspace)];
  await Promise.all([gone.stream.next(), old.stream.next()]);
  await db.delete(sessions).where(eq(sessions.id, as));
  await expect(gone.next()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  rt.setNow(new Date(testNow.getTime() + 3_600_001));
  await expect(old.next()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  rt.setNow(testNow);
});

it("ends within five seconds when the workspace begins to demand a second factor, for those who have none", async () => {
  const workspace = await makeWorkspace(rt);
  const member = await makeMember(rt, workspace, "viewer", "Vera Holm");
  await db.insert(secondFactors).values({
    userId: workspace.owner.id,
    secret: new Uint8Array(48),
    createdAt: testNow,
    confirmedAt: testNow,
  });
  const [has, hasNot] = [
    await follow(workspace),
    await follow(workspace, { as: await signIn(member), userId: member.id }),
  ];
  await Promise.all([has.stream.next(), hasNot.stream.next()]);
  const ending = expect(hasNot.next()).rejects.toMatchObject({ code: "FORBIDDEN", field: "secondFactor" });
  const began = performance.now();
  await workspace.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
  await ending;
  expect(performance.now() - began).toBeLessThan(5_000);
  await workspace.run(async (ctx) => ctx.nudge("cases"));
  expect(await has.next()).toEqual(["cases"]);
});

it("tells a thousand streams with one reading, and keeps nothing of those that ended", async () => {
  for (const end of ends.splice(0)) end.abort();
  const workspace = await makeWorkspace(rt);
  const as = await signIn(workspace.owner);
  const since = await positionNow(db);
  const all = await Promise.all(Array.from({ length: 1_000 }, () => follow(workspace, { as, since })));
  await Promise.all(all.map(({ stream }) => stream.next()));
  expect(streams.count()).toBe(1_000);

  const heard = Promise.all(all.map(({ next }) => next()));
  transactions = 0;
  await workspace.run(async (ctx) => ctx.nudge("cases"));
  expect(new Set((await heard).map(String))).toEqual(new Set(["cases"]));
  expect(transactions).toBeLessThanOrEqual(3);

  for (const end of ends.splice(0)) end.abort();
  await Promise.all(all.map(({ stream }) => stream.next()));
  expect(streams.count()).toBe(0);
});
