import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { passkeys, secondFactors, users, verifications } from "#db/schema/index.ts";
import { createCaller } from "#server/router.ts";
import { makeAuthenticator } from "#server/test/authenticator.ts";
import { testRuntime } from "#server/test/database.ts";
import { authClient, cookieOf, noticesTo } from "#server/test/sign-in.ts";
import { signedInUser } from "./auth.ts";
import { proveAddress } from "./prove-address.ts";

const rt = await testRuntime();
const { db } = rt.connection;
const { post, signUp } = authClient(rt);
const password = "a long and quiet sentence";
const origin = "http://localhost:3000";

const whoIs = (cookie: string) => signedInUser(rt.auth, new Headers({ cookie }));
const callerOf = async (cookie: string) =>
  createCaller({ rt, user: await whoIs(cookie), live: () => Promise.reject(new Error("none")) }).auth;

/** Somebody whose address is proven, signed in. */
async function person(name: string) {
  const email = `${name.toLowerCase()}@passkey.example`;
  const cookie = cookieOf(await signUp(name, email));
  const [user] = await db.select().from(users).where(eq(users.email, email));
  await proveAddress(db, user!.id);
  return { email, cookie, account: await callerOf(cookie) };
}

/** The same, with a passkey. */
async function withPasskey(name: string) {
  const one = await person(name);
  const phone = makeAuthenticator(origin);
  const { challenge } = await one.account.beginPasskey({ password });
  await one.account.addPasskey({ name: "Phone", response: phone.make(challenge) });
  return { ...one, phone };
}

async function ask(): Promise<{ challenge: string; cookie: string }> {
  const answer = await post("/passkey/options", {});
  return { challenge: (await answer.json()).challenge, cookie: cookieOf(answer) };
}
const give = (response: object, cookie: string) => post("/passkey/sign-in", { response }, { cookie });

describe("a passkey", () => {
  it("signs in without a password, and asks for no code where there is a second factor", async () => {
    const { email, phone } = await withPasskey("Maja");
    const [user] = await db.select().from(users).where(eq(users.email, email));
    const app = { userId: user!.id, secret: new Uint8Array(48), createdAt: new Date() };
    await db.insert(secondFactors).values({ ...app, confirmedAt: new Date() });
    const { challenge, cookie } = await ask();
    const answer = await give(phone.use(challenge), cookie);
    expect(answer.status).toBe(200);
    expect((await whoIs(cookieOf(answer)))?.email).toBe(email);
  });

  it("is added with the password only, is listed, and is told of by mail", async () => {
    const { account, email } = await person("Bo");
    await expect(account.beginPasskey({ password: "a guess" })).rejects.toMatchObject({
      cause: { field: "password" },
    });
    await expect(
      account.addPasskey({ name: "Phone", response: makeAuthenticator(origin).make("AAAA") }),
    ).rejects.toMatchObject({ cause: { field: "passkey" } });
    const { challenge } = await account.beginPasskey({ password });
    await account.addPasskey({ name: " Phone ", response: makeAuthenticator(origin).make(challenge) });
    expect(await account.passkeys()).toMatchObject([{ name: "Phone", lastUsedAt: null }]);
    expect((await noticesTo(rt, email)).map(({ subject }) => subject)).toEqual(["A passkey was added"]);
  });

  it("is not added to an address that is not proven", async () => {
    const account = await callerOf(cookieOf(await signUp("Cia", "cia@passkey.example")));
    await expect(account.beginPasskey({ password })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is not added when it was made for another question, another place, or by nobody who was verified", async () => {
    const { account } = await person("Dag");
    const add = async (
      make: (challenge: string) => ReturnType<ReturnType<typeof makeAuthenticator>["make"]>,
    ) => {
      const { challenge } = await account.beginPasskey({ password });
      return account.addPasskey({ name: "Phone", response: make(challenge) });
    };
    const refused = { cause: { field: "passkey" } };
    await expect(add(() => makeAuthenticator(origin).make("AAAA"))).rejects.toMatchObject(refused);
    const elsewhere = makeAuthenticator("https://evil.example");
    await expect(add((challenge) => elsewhere.make(challenge))).rejects.toMatchObject(refused);
    const unlocked = makeAuthenticator(origin);
    await expect(add((challenge) => unlocked.make(challenge, { verified: false }))).rejects.toMatchObject(
      refused,
    );
    expect(await account.passkeys()).toEqual([]);
  });

  it("signs nobody in with an old answer, another question or place, unverified, or unknown", async () => {
    const { phone } = await withPasskey("Eva");
    const first = await ask();
    const answer = phone.use(first.challenge);
    expect((await give(answer, first.cookie)).status).toBe(200);
    expect((await give(answer, first.cookie)).status).toBe(400);
    const again = await ask();
    expect((await give(answer, again.cookie)).status).toBe(400);
    const other = await ask();
    expect((await give(phone.use(other.challenge, { verified: false }), other.cookie)).status).toBe(400);
    const third = await ask();
    expect((await give(makeAuthenticator(origin).use(third.challenge), third.cookie)).status).toBe(400);
    const without = await ask();
    expect((await give(phone.use(without.challenge), "")).status).toBe(400);
    const late = await ask();
    await db.update(verifications).set({ expiresAt: new Date(Date.now() - 1) });
    expect((await give(phone.use(late.challenge), late.cookie)).status).toBe(400);
  });

  it("signs nobody in as a copy that was left behind", async () => {
    const { phone } = await withPasskey("Fia");
    const first = await ask();
    expect((await give(phone.use(first.challenge), first.cookie)).status).toBe(200);
    phone.rewind();
    const second = await ask();
    expect((await give(phone.use(second.challenge), second.cookie)).status).toBe(400);
  });

  it("is removed with the password, by its owner alone, and signs nobody in then", async () => {
    const { account, phone, email } = await withPasskey("Gry");
    const other = await person("Hanna");
    await expect(other.account.removePasskey({ password, id: phone.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await other.account.passkeys()).toEqual([]);
    await expect(account.removePasskey({ password: "a guess", id: phone.id })).rejects.toMatchObject({
      cause: { field: "password" },
    });
    await account.removePasskey({ password, id: phone.id });
    expect(await db.select().from(passkeys).where(eq(passkeys.id, phone.id))).toEqual([]);
    const { challenge, cookie } = await ask();
    expect((await give(phone.use(challenge), cookie)).status).toBe(400);
    expect((await noticesTo(rt, email)).at(-1)!.subject).toBe("A passkey was removed");
  });
});
