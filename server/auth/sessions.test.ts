import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { members, sessions, users } from "#db/schema/index.ts";
import { createCaller } from "#server/router.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { authClient, cookieOf, noticesTo } from "#server/test/sign-in.ts";
import { signedInUser } from "./auth.ts";
import { idleDays, longestDays } from "./session-rules.ts";
import { settleIn } from "./settle-in.ts";

const rt = await testRuntime();
const { db } = rt.connection;
const { post, signUp } = authClient(rt);
const day = 86_400_000;

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

const signIn = (email: string, userAgent: string, address = "192.0.2.77") =>
  post(
    "/sign-in/email",
    { email, password: "a long and quiet sentence" },
    { "user-agent": userAgent, "x-forwarded-for": address },
  );
const whoIs = (answer: Response) => signedInUser(rt.auth, new Headers({ cookie: cookieOf(answer) }));
const callerOf = async (answer: Response) =>
  createCaller({ rt, user: await whoIs(answer), live: () => Promise.reject(new Error("none")) });
const callerAs = (user: { id: string; name: string; email: string }, sessionId: string) =>
  createCaller({ rt, user: { ...user, sessionId }, live: () => Promise.reject(new Error("none")) });

async function sessionOf(userId: string): Promise<string> {
  const id = newId();
  const at = { createdAt: new Date(), updatedAt: new Date(), expiresAt: new Date(Date.now() + day) };
  await db.insert(sessions).values({ id, token: id, userId, ...at });
  return id;
}
const isThere = async (id: string) =>
  (await db.select().from(sessions).where(eq(sessions.id, id))).length === 1;

describe("one's own sessions", () => {
  it("are listed with browser, system and network, this one first", async () => {
    await signUp("Maja", "maja@own.example");
    const phone = await signIn("maja@own.example", safari);
    const desk = await signIn("maja@own.example", firefox, "2001:db8:aa:bb::7");
    await signIn("maja@own.example", "");
    const listed = await (await callerOf(phone)).auth.sessions();
    expect(listed).toHaveLength(4);
    expect(listed[0]).toMatchObject({
      browser: "Safari",
      system: "iOS",
      network: "192.0.2.0",
      current: true,
    });
    const other = (await whoIs(desk))!.sessionId;
    expect(listed.find((one) => one.id === other)).toMatchObject({
      ...{ browser: "Firefox", system: "Linux", network: "2001:db8:aa::", current: false },
    });
    expect(listed.filter((one) => one.browser === null)).not.toEqual([]);
    expect(JSON.stringify(listed)).not.toContain("token");
  });

  it("are ended one by one, and all others at once", async () => {
    await signUp("Bo", "bo@own.example");
    const [one, two, three] = [
      await signIn("bo@own.example", firefox),
      await signIn("bo@own.example", firefox),
      await signIn("bo@own.example", safari),
    ];
    const { auth } = await callerOf(one);
    await auth.endSession({ id: (await whoIs(two))!.sessionId });
    expect([await whoIs(two), (await whoIs(three))?.name]).toEqual([null, "Bo"]);
    await auth.endOtherSessions();
    expect([(await whoIs(one))?.name, await whoIs(three)]).toEqual(["Bo", null]);
    expect(await auth.sessions()).toHaveLength(1);
  });

  it("are nobody else's to see or end", async () => {
    await signUp("Cia", "cia@own.example");
    await signUp("Dag", "dag@own.example");
    const cia = await signIn("cia@own.example", firefox);
    const dag = await callerOf(await signIn("dag@own.example", firefox));
    const id = (await whoIs(cia))!.sessionId;
    await expect(dag.auth.endSession({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await dag.auth.endOtherSessions();
    expect((await whoIs(cia))?.name).toBe("Cia");
    expect((await dag.auth.sessions()).map((one) => one.id)).not.toContain(id);
    const nobody = createCaller({ rt, user: null, live: () => Promise.reject(new Error("none")) });
    await expect(nobody.auth.sessions()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("a session", () => {
  it("goes on while it is used, and ends after so many days without", async () => {
    await signUp("Eva", "eva@own.example");
    const answer = await signIn("eva@own.example", firefox);
    const { sessionId } = (await whoIs(answer))!;
    const daysAgo = (days: number) => new Date(Date.now() - days * day);
    const row = async () => (await db.select().from(sessions).where(eq(sessions.id, sessionId)))[0];
    await db
      .update(sessions)
      .set({ createdAt: daysAgo(6), updatedAt: daysAgo(6), expiresAt: daysAgo(6 - idleDays) })
      .where(eq(sessions.id, sessionId));
    expect((await whoIs(answer))?.name).toBe("Eva");
    expect((await row())!.expiresAt.getTime()).toBeGreaterThan(daysAgo(-6.9).getTime());
    await db
      .update(sessions)
      .set({ expiresAt: daysAgo(0.001) })
      .where(eq(sessions.id, sessionId));
    expect(await whoIs(answer)).toBeNull();
    expect(await row()).toBeUndefined();
  });

  it("ends after the longest time however much it is used", async () => {
    await signUp("Fia", "fia@own.example");
    const answer = await signIn("fia@own.example", firefox);
    const { sessionId } = (await whoIs(answer))!;
    const begun = new Date(Date.now() - (longestDays - 0.5) * day);
    await db
      .update(sessions)
      .set({ createdAt: begun, updatedAt: new Date(Date.now() - day) })
      .where(eq(sessions.id, sessionId));
    expect((await whoIs(answer))?.name).toBe("Fia");
    const [row] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(row!.expiresAt.getTime()).toBe(begun.getTime() + longestDays * day);
  });

  it("is a new one with every sign-in", async () => {
    await signUp("Gry", "gry@own.example");
    const first = await signIn("gry@own.example", firefox);
    const again = await post(
      "/sign-in/email",
      { email: "gry@own.example", password: "a long and quiet sentence" },
      { cookie: cookieOf(first) },
    );
    expect(cookieOf(again)).not.toBe(cookieOf(first));
    expect((await whoIs(again))!.sessionId).not.toBe((await whoIs(first))!.sessionId);
  });
});

describe("a change of role and the removal from a workspace", () => {
  it("sign the person out everywhere, and nobody else", async () => {
    const fjordline = await makeWorkspace(rt);
    const [bo, cia] = [
      await makeMember(rt, fjordline, "agent", "Bo Lind"),
      await makeMember(rt, fjordline, "agent", "Cia Dahl"),
    ];
    const [mine, bos, cias] = [
      await sessionOf(fjordline.owner.id),
      await sessionOf(bo.id),
      await sessionOf(cia.id),
    ];
    const admin = callerAs(fjordline.owner, mine).workspace;
    await admin.changeRole({ workspace: fjordline.slug, userId: bo.id, role: "viewer" });
    expect([await isThere(bos), await isThere(cias), await isThere(mine)]).toEqual([false, true, true]);
    await admin.removeMember({ workspace: fjordline.slug, userId: cia.id });
    expect([await isThere(cias), await isThere(mine)]).toEqual([false, true]);
  });

  it("leave the sessions of somebody who works in another workspace too, where this one has no say", async () => {
    const [fjordline, nordlys] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
    const admin = callerAs(fjordline.owner, await sessionOf(fjordline.owner.id)).workspace;
    const bo = await makeMember(rt, fjordline, "agent", "Bo Lind");
    await nordlys.run((ctx) =>
      ctx.db
        .insert(members)
        .values({ workspaceId: ctx.workspaceId, userId: bo.id, role: "agent", createdAt: ctx.now }),
    );
    const session = await sessionOf(bo.id);
    await admin.removeMember({ workspace: fjordline.slug, userId: bo.id });
    expect(await isThere(session)).toBe(true);
    const there = callerAs(bo, session).workspace;
    await expect(there.frame({ workspace: fjordline.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await there.frame({ workspace: nordlys.slug })).member.role).toBe("agent");
  });

  it("leave somebody's sessions alone when another workspace asks for it", async () => {
    const [fjordline, nordlys] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
    const bo = await makeMember(rt, fjordline, "agent", "Bo Lind");
    const session = await sessionOf(bo.id);
    const admin = callerAs(nordlys.owner, await sessionOf(nordlys.owner.id)).workspace;
    const change = admin.changeRole({ workspace: nordlys.slug, userId: bo.id, role: "viewer" });
    await expect(change).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await isThere(session)).toBe(true);
  });
});

describe("a changed password", () => {
  it("ends all other sessions without being asked to, and is told of by mail in the person's language", async () => {
    await signUp("Hanna", "hanna@own.example", {
      "accept-language": "fi-FI,fi;q=0.9",
      "user-agent": firefox,
    });
    const [here, there] = [
      await signIn("hanna@own.example", firefox),
      await signIn("hanna@own.example", firefox),
    ];
    const answer = await post(
      "/change-password",
      { currentPassword: "a long and quiet sentence", newPassword: "another long sentence" },
      { cookie: cookieOf(here), "user-agent": firefox },
    );
    expect(answer.status).toBe(200);
    expect([await whoIs(here), await whoIs(there)]).toEqual([null, null]);
    expect((await whoIs(answer))?.name).toBe("Hanna");
    const [notice] = await noticesTo(rt, "hanna@own.example");
    expect(notice!.subject).toBe("Svar-salasanasi on vaihdettu");
    expect(notice!.text).toContain("Firefox, Linux");
  });

  it("is refused without the current one, and nothing changes", async () => {
    await signUp("Ivar", "ivar@own.example");
    const here = await signIn("ivar@own.example", firefox);
    const other = await signIn("ivar@own.example", firefox);
    const answer = await post(
      "/change-password",
      { currentPassword: "not this one", newPassword: "another long sentence" },
      { cookie: cookieOf(here) },
    );
    expect(await answer.json()).toMatchObject({ code: "INVALID_PASSWORD" });
    expect((await whoIs(other))?.name).toBe("Ivar");
    expect(await noticesTo(rt, "ivar@own.example")).toEqual([]);
  });
});

it("tells of a sign-in from a browser not seen before, once, and not of the first one", async () => {
  await signUp("Jon", "jon@own.example", { "user-agent": firefox });
  await signIn("jon@own.example", firefox);
  expect(await noticesTo(rt, "jon@own.example")).toEqual([]);
  await signIn("jon@own.example", safari);
  await signIn("jon@own.example", safari);
  const notices = await noticesTo(rt, "jon@own.example");
  expect(notices.map(({ subject }) => subject)).toEqual(["Somebody signed in from a new browser"]);
  expect(notices[0]!.text).toContain("Safari, iOS");
});

it("whoever has no language reads in that of the workspace they come to, and others keep theirs", async () => {
  const of = async (id: string) => (await db.select().from(users).where(eq(users.id, id)))[0]!.locale;
  const { owner } = await makeWorkspace(rt);
  await db.update(users).set({ locale: null }).where(eq(users.id, owner.id));
  await settleIn(db, owner.id, "da");
  expect(await of(owner.id)).toBe("da");
  await settleIn(db, owner.id, "fi");
  expect(await of(owner.id)).toBe("da");
});

it("an address counts as proven once an invitation or a link that was mailed to it was used", async () => {
  await signUp("Kim", "kim@own.example");
  const proven = async () =>
    (await db.select().from(users).where(eq(users.email, "kim@own.example")))[0]!.emailVerified;
  expect(await proven()).toBe(false);
  const user = (await whoIs(await signIn("kim@own.example", firefox)))!;
  const fjordline = await makeWorkspace(rt);
  const admin = callerAs(fjordline.owner, "none").workspace;
  const invited = { workspace: fjordline.slug, email: "Kim@own.example", role: "agent" } as const;
  const { number } = await admin.inviteMember(invited);
  const token = rt.tokens.seal("member-invitation", { workspaceKey: fjordline.key, number });
  const { owner } = await makeWorkspace(rt, "Nordlys");
  expect(await callerAs(owner, "none").workspace.acceptInvitation({ token })).toMatchObject({
    outcome: "other_address",
  });
  expect(await proven()).toBe(false);
  expect(await callerAs(user, user.sessionId).workspace.acceptInvitation({ token })).toMatchObject({
    outcome: "accepted",
  });
  expect(await proven()).toBe(true);
});
