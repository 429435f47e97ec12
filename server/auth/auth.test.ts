import { randomUUID } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outboundMails, users, verifications } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { createAuth, signedInUser } from "./auth.ts";
import { renderPasswordReset } from "./render-password-reset.ts";

const rt = await testRuntime();
const password = "a long and quiet sentence";
const platform = "00000000-0000-7000-8000-000000000000";

function post(path: string, body: object, headers: Record<string, string> = {}) {
  return rt.auth.handler(
    new Request(`http://localhost:3000/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://localhost:3000", ...headers },
      body: JSON.stringify(body),
    }),
  );
}

const signUp = (name: string, email: string) => post("/sign-up/email", { name, email, password });
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

describe("signing up", () => {
  it("signs in at once, with a cookie no script can read", async () => {
    const answer = await signUp("Maja Berg", "Maja@Fjordline.example");
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^svar\.session_token=.+HttpOnly; SameSite=Lax/);
    const user = await signedInUser(rt.auth, new Headers({ cookie: cookieOf(answer) }));
    expect(user).toMatchObject({ name: "Maja Berg", email: "maja@fjordline.example" });
  });

  it("says which address is taken and keeps the first account", async () => {
    await signUp("Bo", "bo@fjordline.example");
    const again = await signUp("Somebody else", "bo@fjordline.example");
    expect(await again.json()).toMatchObject({ code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL" });
    const rows = await rt.connection.db.select().from(users).where(eq(users.email, "bo@fjordline.example"));
    expect(rows.map((row) => row.name)).toEqual(["Bo"]);
  });

  it("refuses a short password and a foreign page", async () => {
    const short = await post("/sign-up/email", {
      name: "Cia",
      email: "cia@fjordline.example",
      password: "1234567",
    });
    expect(await short.json()).toMatchObject({ code: "PASSWORD_TOO_SHORT" });
    const foreign = await post(
      "/sign-up/email",
      { name: "Cia", email: "cia@fjordline.example", password },
      { origin: "https://evil.example" },
    );
    expect(foreign.status).toBe(403);
  });
});

describe("signing in", () => {
  it("answers alike for a wrong password and for nobody", async () => {
    await signUp("Dag", "dag@fjordline.example");
    const wrong = await post("/sign-in/email", { email: "dag@fjordline.example", password: "not this one" });
    const nobody = await post("/sign-in/email", {
      email: "nobody@fjordline.example",
      password: "not this one",
    });
    expect([wrong.status, await wrong.json()]).toEqual([nobody.status, await nobody.json()]);
    expect(wrong.status).toBe(401);
  });

  it("stops guessing at one account, and leaves other accounts and other places alone", async () => {
    await signUp("Eva", "eva@fjordline.example");
    const from = (address: string, email: string) =>
      post("/sign-in/email", { email, password: "a guess" }, { "x-forwarded-for": address });
    for (let i = 0; i < 10; i++) expect((await from("192.0.2.1", "eva@fjordline.example")).status).toBe(401);
    const stopped = await from("192.0.2.1", "EVA@fjordline.example");
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get("x-retry-after"))).toBeGreaterThan(0);
    expect((await from("192.0.2.1", "other@fjordline.example")).status).toBe(401);
    expect((await from("192.0.2.2", "eva@fjordline.example")).status).toBe(401);
  });
});

describe("the limit of one address", () => {
  it("stops the 21st sign-up in a minute and lets another address through", async () => {
    const from = (address: string) =>
      post(
        "/sign-up/email",
        { name: "Liv", email: `liv-${randomUUID()}@fjordline.example`, password: "short" },
        { "x-forwarded-for": address },
      );
    const statuses: number[] = [];
    for (let i = 0; i < 41; i++) statuses.push((await from("192.0.2.9")).status);
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses).toContain(429);
    expect((await from("192.0.2.10")).status).not.toBe(429);
  });
});

describe("a forgotten password", () => {
  it("is replaced through a link that works once and ends other sessions", async () => {
    const signedIn = cookieOf(await signUp("Ida", "ida@fjordline.example"));
    const asked = await post("/request-password-reset", { email: "ida@fjordline.example" });
    expect(asked.status).toBe(200);
    const [mail] = await asSystem(rt, platform, "test", (ctx) =>
      ctx.db.select().from(outboundMails).where(eq(outboundMails.toAddress, "ida@fjordline.example")),
    );
    const rendered = await asSystem(rt, platform, "test", (ctx) => renderPasswordReset(ctx, mail!));
    expect(rendered.subject.length).toBeGreaterThan(5);
    expect(rendered.text).toContain(String(mail!.payload.url));
    const token = /^http:\/\/localhost:3000\/reset-password\/(\w+)$/.exec(String(mail!.payload.url))![1]!;
    const stored = await rt.connection.db.select().from(verifications);
    expect(JSON.stringify(stored)).not.toContain(token);

    const reset = await post("/reset-password", { newPassword: "another long sentence", token });
    expect(reset.status).toBe(200);
    expect((await post("/reset-password", { newPassword: "and one more", token })).status).toBe(400);
    expect(await signedInUser(rt.auth, new Headers({ cookie: signedIn }))).toBeNull();
    const back = await post("/sign-in/email", {
      email: "ida@fjordline.example",
      password: "another long sentence",
    });
    expect(back.status).toBe(200);
  });

  it("answers alike for nobody and mails nobody", async () => {
    const answer = await post("/request-password-reset", { email: "nobody@fjordline.example" });
    expect(answer.status).toBe(200);
    const mails = await asSystem(rt, platform, "test", (ctx) =>
      ctx.db.select().from(outboundMails).where(eq(outboundMails.toAddress, "nobody@fjordline.example")),
    );
    expect(mails).toEqual([]);
  });
});

it("over https the session's cookie belongs to this host alone", async () => {
  const auth = createAuth({
    db: rt.connection.db,
    appUrl: "https://svar.example.com",
    secret: "a secret for https tests, long enough",
    sendPasswordReset: async () => {},
  });
  const answer = await auth.handler(
    new Request("https://svar.example.com/api/auth/sign-up/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://svar.example.com" },
      body: JSON.stringify({ name: "Ola", email: "ola@fjordline.example", password }),
    }),
  );
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-svar\.session_token=.+Path=\/;.*Secure/);
  expect(await signedInUser(auth, new Headers({ cookie: cookieOf(answer) }))).toMatchObject({ name: "Ola" });
});

it("what is encrypted is read after the secret was changed, once and again", async () => {
  const secrets = ["first", "second", "third"].map((one) => `the ${one} secret of these tests, long enough`);
  const keysAfter = async (changes: number) => {
    const settings = {
      db: rt.connection.db,
      appUrl: "http://localhost:3000",
      sendPasswordReset: async () => {},
    };
    const formerSecrets = secrets.slice(0, changes);
    const { secretConfig } = await createAuth({ ...settings, secret: secrets[changes]!, formerSecrets })
      .$context;
    return secretConfig;
  };
  for (const [before, after] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const sealed = await symmetricEncrypt({ key: await keysAfter(before), data: "a second factor" });
    expect(await symmetricDecrypt({ key: await keysAfter(after), data: sealed })).toBe("a second factor");
  }
});
