import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { cases, members, sessions } from "#db/schema/index.ts";
import { actOnCases } from "#server/case/act.ts";
import { addNote } from "#server/case/add-note.ts";
import { upsertContacts } from "#server/contact/upsert.ts";
import type { SignedIn } from "#server/entry.ts";
import { notePresence } from "#server/presence/note.ts";
import { setLead } from "#server/team/set-lead.ts";
import { setMembers } from "#server/team/set-members.ts";
import { setSight } from "#server/team/set-sight.ts";
import { makeAnswers } from "#server/test/answers.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, type TestWorkspace } from "#server/test/factories.ts";
import { twoTeams } from "#server/test/two-teams.ts";
import { changeRole } from "#server/workspace/change-role.ts";
import { changesSince, positionNow } from "./changes.ts";
import type { LiveMessage } from "./events.ts";
import { createLiveStreams } from "./streams.ts";
import { createSubscriber } from "./subscribe.ts";

const rt = await testRuntime();
const { db } = rt.connection;
const subscriber = await createSubscriber(rt.url, () => {});
const errors: unknown[] = [];
const streams = createLiveStreams({
  db,
  subscriber,
  clock: rt.clock,
  onError: (error) => errors.push(error),
});
const end = new AbortController();
afterAll(async () => {
  end.abort();
  await streams.close();
  await subscriber.close();
  expect(errors).toEqual([]);
});

/** A stream of `who` from now on, or from `since`, that has been told that it is well. */
async function follow(workspace: TestWorkspace, who: SignedIn, since?: string) {
  const sessionId = newId();
  const at = { createdAt: testNow, updatedAt: testNow, expiresAt: new Date(testNow.getTime() + 3_600_000) };
  await db.insert(sessions).values({ id: sessionId, token: sessionId, userId: who.id, ...at });
  const listener = { userId: who.id, workspaceId: workspace.id, sessionId };
  const from = since ?? (await positionNow(db));
  const stream = streams.follow(listener, from, end.signal);
  const first = (await stream.next()).value!;
  const next = async (): Promise<LiveMessage["changed"]> => {
    for (;;) {
      const { value } = await stream.next();
      if (value!.changed.length > 0) return value!.changed;
    }
  };
  return { first, next, beat: async () => (await stream.next()).value!.changed };
}

/** What each hears since `position`, who may not have the stream. */
const since = async (workspace: TestWorkspace, who: SignedIn, position: string) =>
  (await workspace.run((ctx) => changesSince(ctx, position), who)).changed;

const change = (workspace: TestWorkspace, caseIds: string[], assigneeId: string | null, who?: SignedIn) =>
  workspace.run(
    (ctx) => actOnCases(ctx, { caseIds, change: { kind: "assign", assigneeId, leave: true } }),
    who,
  );

it("tells an agent of their own team's things within two seconds, and of another team's not even that something changed", async () => {
  const { here, ida, bo, ofNorth, ofSouth, south } = await twoTeams(rt);
  const [idas, bos, owners] = [
    await follow(here, ida),
    await follow(here, bo),
    await follow(here, here.owner),
  ];
  const before = await positionNow(db);
  let told: LiveMessage["changed"] | undefined;
  const idaHears = idas.next().then((changed) => (told = changed));
  await here.run((ctx) => addNote(ctx, { caseId: ofSouth, text: "They called." }), bo);
  await here.run((ctx) => notePresence(ctx, { caseId: ofSouth, tab: newId(), doing: "writing" }), bo);
  await makeAnswers(rt, here, [{ score: 3, at: "2026-11-21T09:00:00Z", by: "Eva South", teamId: south }]);
  await here.run((ctx) =>
    upsertContacts(ctx, {
      contacts: [{ email: "new@south.example", team: "South" }],
      source: "test",
    }),
  );
  const began = performance.now();
  const heard = new Set<string>();
  while (heard.size < 4) for (const kind of await bos.next()) heard.add(kind);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect([...heard].sort()).toEqual(["cases", "contacts", "presences", "responses"]);
  expect(await owners.next()).not.toBe("resync");
  expect(await since(here, ida, before)).toEqual([]);
  expect(await since(here, bo, before)).toEqual(["cases", "contacts", "presences", "responses"]);
  const late = await follow(here, ida, before);
  expect(late.first.changed).toEqual([]);
  await late.beat();
  expect(told).toBeUndefined();
  await here.run((ctx) => addNote(ctx, { caseId: ofNorth, text: "They wrote." }));
  expect(await idaHears).toEqual(["cases"]);
});

it("tells whom a case is given to, from whom it is taken, and whom a note in it names", async () => {
  const { here, ida, bo, ofSouth } = await twoTeams(rt);
  const [idas, bos] = [await follow(here, ida), await follow(here, bo)];
  await change(here, [ofSouth], ida.id);
  expect([await idas.next(), await bos.next()]).toEqual([["cases"], ["cases"]]);
  let position = await positionNow(db);
  await change(here, [ofSouth], bo.id);
  expect([await idas.next(), await bos.next()]).toEqual([["cases"], ["cases"]]);
  expect(await since(here, ida, position)).toEqual(["cases"]);
  position = await positionNow(db);
  await here.run((ctx) => addNote(ctx, { caseId: ofSouth, text: "Look, @Ida Holm" }), bo);
  expect(await since(here, ida, position)).toEqual(["cases"]);
  position = await positionNow(db);
  await here.run((ctx) => ctx.db.delete(cases).where(eq(cases.id, ofSouth)));
  await here.run(async (ctx) => ctx.nudge("cases"));
  expect(await since(here, ida, position)).toEqual(["cases"]);
});

it("tells of what is no team's only those who see it, and nobody limited of a change that names nothing", async () => {
  for (const sees of ["teams", "teams_and_none"] as const) {
    const { here, ida, ofNone } = await twoTeams(rt, sees);
    let position = await positionNow(db);
    await here.run((ctx) => addNote(ctx, { caseId: ofNone, text: "They called." }));
    expect(await since(here, ida, position)).toEqual(sees === "teams" ? [] : ["cases"]);
    position = await positionNow(db);
    await here.run(async (ctx) => {
      for (const kind of ["cases", "responses", "contacts", "presences", "imports", "campaigns"] as const)
        ctx.nudge(kind);
    });
    expect(await since(here, ida, position)).toEqual(["campaigns"]);
    expect(await since(here, here.owner, position)).toHaveLength(6);
  }
});

it("what one agent changes in a case reaches another who sees it for a reason that the first does not", async () => {
  const { here, ida, bo, ofNorth } = await twoTeams(rt);
  await here.run((ctx) => addNote(ctx, { caseId: ofNorth, text: "Look, @Bo Friis" }), ida);
  const cleo = await makeMember(rt, here, "agent", "Cleo Berg");
  await change(here, [ofNorth], cleo.id);
  const position = await positionNow(db);
  await here.run((ctx) => addNote(ctx, { caseId: ofNorth, text: "Done." }), cleo);
  for (const who of [ida, bo, cleo]) expect(await since(here, who, position), who.name).toEqual(["cases"]);
});

it("has whoever sees another part of the workspace ask for everything anew within five seconds", async () => {
  const { here, ida, bo, north, south, ofSouth } = await twoTeams(rt);
  const idas = await follow(here, ida);
  const within = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    expect(await idas.next()).toBe("resync");
    expect(performance.now() - began).toBeLessThan(5_000);
  };
  await within(() => here.run((ctx) => setMembers(ctx, { teamId: south, userIds: [bo.id, ida.id] })));
  await here.run((ctx) => addNote(ctx, { caseId: ofSouth, text: "Hello." }));
  expect(await idas.next()).toEqual(["cases"]);
  const away = await positionNow(db);
  await within(() => here.run((ctx) => setMembers(ctx, { teamId: south, userIds: [bo.id] })));
  expect((await follow(here, ida, away)).first.changed).toEqual([
    "campaigns",
    "cases",
    "contacts",
    "responses",
  ]);
  await within(() => here.run((ctx) => setLead(ctx, { teamId: south, leadId: ida.id })));
  await within(() => here.run((ctx) => setSight(ctx, { sees: "everything" })));
  await within(() => here.run((ctx) => setSight(ctx, { sees: "teams_and_none" })));
  await within(() => here.run((ctx) => changeRole(ctx, { userId: ida.id, role: "manager" })));
  await within(() =>
    here.run((ctx) => ctx.db.update(members).set({ role: "agent" }).where(eq(members.userId, ida.id))),
  );
  expect(north).not.toBe(south);
}, 60_000);

it("hears nothing of another workspace, however the same its teams are called", async () => {
  const [here, other] = [await twoTeams(rt, "teams_and_none"), await twoTeams(rt, "teams_and_none")];
  const position = await positionNow(db);
  for (const caseId of [other.ofNorth, other.ofNone])
    await other.here.run((ctx) => addNote(ctx, { caseId, text: "Hello." }));
  expect(await since(here.here, here.ida, position)).toEqual([]);
  await here.here.run(async (ctx) => ctx.nudge("cases", other.ofNorth));
  expect(await since(here.here, here.ida, position)).toEqual([]);
});

it("tells two hundred streams of twenty agents, of theirs and nothing else, within two seconds", async () => {
  const { here, ida, north, ofNorth, ofSouth } = await twoTeams(rt);
  const agents = await Promise.all(
    Array.from({ length: 20 }, (_, n) => makeMember(rt, here, "agent", `Agent${n} Moe`)),
  );
  await here.run((ctx) =>
    setMembers(ctx, { teamId: north, userIds: [ida.id, ...agents.slice(10).map(({ id }) => id)] }),
  );
  const position = await positionNow(db);
  const all = await Promise.all(
    agents.flatMap((who) => Array.from({ length: 10 }, () => follow(here, who, position))),
  );
  const heard = Promise.all(all.slice(100).map(({ next }) => next()));
  const beats = Promise.all(all.slice(0, 100).map(({ beat }) => beat()));
  await here.run((ctx) => addNote(ctx, { caseId: ofSouth, text: "Not theirs." }));
  const began = performance.now();
  await here.run((ctx) => addNote(ctx, { caseId: ofNorth, text: "Theirs." }));
  expect(new Set((await heard).map(String))).toEqual(new Set(["cases"]));
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(new Set((await beats).map(String))).toEqual(new Set([""]));
});
