import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { recoveryCodes, secondFactors, sessions, users } from "#db/schema/index.ts";
import { createCaller } from "#server/router.ts";
import { testRuntime } from "#server/test/database.ts";
import { authClient, cookieOf, linkTo, noticesTo } from "#server/test/sign-in.ts";
import { signedInUser } from "./auth.ts";
import { proveAddress } from "./prove-address.ts";

const rt = await testRuntime();
const { db } = rt.connection;
const { post, signUp } = authClient(rt);
const password = "a long and quiet sentence";
const seconds = 1_000;

const whoIs = (cookie: string) => signedInUser(rt.auth, new Headers({ cookie }));
const callerOf = async (cookie: string) =>
  createCaller({ rt, user: await whoIs(cookie), live: () => Promise.reject(new Error("none")) }).auth;
const codeAt = (typed: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(typed.replaceAll(" ", "")) }).generate({ timestamp: at.getTime() });
const signIn = (email: string) => post("/sign-in/email", { email, password });
const give = (answer: Response, code: string) =>
  post("/second-factor", { code }, { cookie: cookieOf(answer) });

async function prove(email: string): Promise<void> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  await proveAddress(db, user!.id);
}

/** Somebody with an app, set up an hour ago by the clock of the runtime; `code` is what the app shows at a moment. */
async function withFactor(name: string) {
  const email = `${name.toLowerCase()}@factor.example`;
  rt.setNow(new Date(Date.now() - 3_600 * seconds));
  const cookie = cookieOf(await signUp(name, email));
  await prove(email);
  const account = await callerOf(cookie);
  const { typed } = await account.beginSecondFactor({ password });
  const { codes } = await account.confirmSecondFactor({ code: codeAt(typed, rt.clock()) });
  return {
    email,
    cookie,
    account,
    codes,
    typed,
    code: (ahead = 0) => codeAt(typed, new Date(Date.now() + ahead)),
  };
}

describe("signing in with a second factor", () => {
  it("makes no session before the code is given, and one with it", async () => {
    const { email, code } = await withFactor("Maja");
    const before = await db.$count(sessions);
    const first = await signIn(email);
    expect(await first.json()).toEqual({ secondFactor: true });
    expect(first.headers.getSetCookie().join()).not.toMatch(/session_token=[^;]/);
    expect(await db.$count(sessions)).toBe(before);
    expect(await whoIs(cookieOf(first))).toBeNull();
    const second = await give(first, code());
    expect(second.status).toBe(200);
    expect((await whoIs(cookieOf(second)))?.email).toBe(email);
  });

  it("is asked for after a link in a mail too", async () => {
    const { email, code } = await withFactor("Bo");
    await post("/request-link", { email, purpose: "sign-in" });
    const opened = await post("/sign-in/link", { token: await linkTo(rt, email, "sign_in_link") });
    expect(await opened.json()).toEqual({ secondFactor: true });
    expect(await whoIs(cookieOf(opened))).toBeNull();
    expect((await whoIs(cookieOf(await give(opened, code()))))?.email).toBe(email);
  });

  it("is asked for after a new password too", async () => {
    const { email } = await withFactor("Cia");
    await post("/request-link", { email, purpose: "password" });
    const token = await linkTo(rt, email, "password_reset");
    await post("/reset-password", { token, newPassword: "another long sentence" });
    const back = await post("/sign-in/email", { email, password: "another long sentence" });
    expect(await back.json()).toEqual({ secondFactor: true });
  });

  it("takes each code once, and none from before it", async () => {
    const { email, code } = await withFactor("Dag");
    const now = code(30 * seconds);
    expect((await give(await signIn(email), now)).status).toBe(200);
    const again = await give(await signIn(email), now);
    expect(await again.json()).toMatchObject({ code: "CODE_WRONG" });
    expect((await give(await signIn(email), code(-30 * seconds))).status).toBe(400);
  });

  it("given twice at once signs in once", async () => {
    const { email, code } = await withFactor("Eva");
    const [one, other] = [await signIn(email), await signIn(email)];
    const right = code();
    const answers = await Promise.all([give(one, right), give(other, right)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it("takes a recovery code once, however it is typed, and tells of it by mail", async () => {
    const { email, codes } = await withFactor("Fia");
    const typed = codes[0]!.toUpperCase().replaceAll("-", " ");
    expect((await give(await signIn(email), typed)).status).toBe(200);
    expect((await give(await signIn(email), codes[0]!)).status).toBe(400);
    const subjects = (await noticesTo(rt, email)).map(({ subject }) => subject);
    expect(subjects).toContain("A recovery code was used");
  });

  it("is stopped after ten wrong codes, and the right one too", async () => {
    const { email, code } = await withFactor("Gry");
    const first = await signIn(email);
    const statuses: number[] = [];
    for (let i = 0; i < 10; i++) statuses.push((await give(first, "000000")).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    expect((await give(first, code())).status).toBe(429);
  });

  it("needs the cookie of a first factor, for ten minutes", async () => {
    const { email, code } = await withFactor("Hanna");
    const without = await post("/second-factor", { code: code() });
    expect(await without.json()).toMatchObject({ code: "SIGN_IN_AGAIN" });
    const first = await signIn(email);
    await db.execute("UPDATE verifications SET expires_at = now() - interval '1 second'");
    expect(await (await give(first, code())).json()).toMatchObject({ code: "SIGN_IN_AGAIN" });
  });
});

describe("a second factor", () => {
  it("is set up only with the password and a code of the app, and ends other sessions", async () => {
    const email = "ida@factor.example";
    const cookie = cookieOf(await signUp("Ida", email));
    const elsewhere = cookieOf(await signIn(email));
    const account = await callerOf(cookie);
    await expect(account.beginSecondFactor({ password })).rejects.toMatchObject({ code: "CONFLICT" });
    await prove(email);
    await expect(account.beginSecondFactor({ password: "not this one" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { field: "password" },
    });
    const { typed, code } = await account.beginSecondFactor({ password });
    expect(code.path).toMatch(/^M0 0h1/);
    await expect(account.confirmSecondFactor({ code: "000000" })).rejects.toMatchObject({
      cause: { field: "code" },
    });
    expect(await account.secondFactor()).toEqual({ since: null, codesLeft: 0, proven: true });
    expect((await signIn(email)).headers.getSetCookie().join()).toContain("session_token=");
    const { codes } = await account.confirmSecondFactor({ code: codeAt(typed, rt.clock()) });
    expect(new Set(codes).size).toBe(8);
    expect(await account.secondFactor()).toEqual({ since: rt.clock(), codesLeft: 8, proven: true });
    expect([(await whoIs(cookie))?.email, await whoIs(elsewhere)]).toEqual([email, null]);
    const subjects = (await noticesTo(rt, email)).map(({ subject }) => subject);
    expect(subjects).toEqual(["Your second factor is set up"]);
  });

  it("is kept encrypted, its recovery codes as hashes", async () => {
    const { codes, typed } = await withFactor("Jon");
    const secret = Secret.fromBase32(typed.replaceAll(" ", "")).bytes;
    for (const row of await db.select().from(secondFactors)) {
      expect(Buffer.from(row.secret).includes(Buffer.from(secret))).toBe(false);
    }
    const stored = JSON.stringify(await db.select().from(recoveryCodes));
    for (const code of codes) {
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(code.replaceAll("-", ""));
    }
  });

  it("is not replaced by beginning another", async () => {
    const { account } = await withFactor("Kim");
    await expect(account.beginSecondFactor({ password })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is removed with the password, and its codes with it", async () => {
    const { account, email } = await withFactor("Liv");
    await expect(account.removeSecondFactor({ password: "not this one" })).rejects.toMatchObject({
      cause: { field: "password" },
    });
    await account.removeSecondFactor({ password });
    expect(await account.secondFactor()).toEqual({ since: null, codesLeft: 0, proven: true });
    expect((await signIn(email)).headers.getSetCookie().join()).toContain("session_token=");
    const subjects = (await noticesTo(rt, email)).map(({ subject }) => subject);
    expect(subjects).toEqual(["Your second factor is set up", "Your second factor was removed"]);
  });

  it("gets new recovery codes with the password; the old ones end", async () => {
    const { account, email, codes } = await withFactor("Mona");
    const renewed = await account.renewRecoveryCodes({ password });
    expect(renewed.codes.filter((code) => codes.includes(code))).toEqual([]);
    expect((await give(await signIn(email), codes[1]!)).status).toBe(400);
    expect((await give(await signIn(email), renewed.codes[1]!)).status).toBe(200);
  });

  it("is nobody else's to change, and guessing the password for it is stopped", async () => {
    const { account } = await withFactor("Nils");
    const other = await withFactor("Ola");
    await other.account.removeSecondFactor({ password });
    expect((await account.secondFactor()).since).not.toBeNull();
    for (let i = 0; i < 9; i++) await account.removeSecondFactor({ password: "a guess" }).catch(() => {});
    await expect(account.removeSecondFactor({ password })).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
    const nobody = createCaller({ rt, user: null, live: () => Promise.reject(new Error("none")) }).auth;
    await expect(nobody.removeSecondFactor({ password })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(nobody.renewRecoveryCodes({ password })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
