import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outboundMails, verifications } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { authClient, cookieOf, linkTo, noticesTo, platform } from "#server/test/sign-in.ts";
import { createAuth, signedInUser } from "./auth.ts";
import { renderPasswordReset } from "./render-password-reset.ts";

const rt = await testRuntime();
const password = "a long and quiet sentence";

const { post, signUp } = authClient(rt);

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

describe("a forgotten password", () => {
  it("is replaced through a link that works once and ends other sessions", async () => {
    const signedIn = cookieOf(await signUp("Ida", "ida@fjordline.example"));
    const asked = await post("/request-link", { email: "IDA@fjordline.example", purpose: "password" });
    expect(asked.status).toBe(200);
    const token = await linkTo(rt, "ida@fjordline.example", "password_reset");
    const rendered = await asSystem(rt, platform, "test", async (ctx) => {
      const [mail] = await ctx.db
        .select()
        .from(outboundMails)
        .where(eq(outboundMails.toAddress, "ida@fjordline.example"));
      return renderPasswordReset(ctx, mail!);
    });
    expect(rendered.subject.length).toBeGreaterThan(5);
    expect(rendered.text).toContain(`http://localhost:3000/reset-password/${token}`);
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
    const [notice] = await noticesTo(rt, "ida@fjordline.example");
    expect(notice!.subject).toBe("Your password for Svar was changed");
  });

  it("is not replaced by a common one, or by one's own words, and the link is still good", async () => {
    await signUp("Jonas Holm", "jonas@fjordline.example");
    await post("/request-link", { email: "jonas@fjordline.example", purpose: "password" });
    const token = await linkTo(rt, "jonas@fjordline.example", "password_reset");
    const reset = async (newPassword: string) =>
      (await (await post("/reset-password", { newPassword, token })).json()).code;
    expect(await reset("iloveyou")).toBe("PASSWORD_COMMON");
    expect(await reset("jonasholm1")).toBe("PASSWORD_OWN_WORDS");
    expect(await reset("a sentence of his own")).toBeUndefined();
  });
});

describe("a password that is easy to guess", () => {
  it("is refused in the settings, with what to do", async () => {
    const cookie = cookieOf(await signUp("Lise Dahl", "lise@fjordline.example"));
    const change = async (newPassword: string) =>
      (await post("/change-password", { currentPassword: password, newPassword }, { cookie })).json();
    expect(await change("Qwertyuiop")).toMatchObject({ code: "PASSWORD_COMMON" });
    expect(await change("lisedahl99")).toMatchObject({ code: "PASSWORD_OWN_WORDS" });
  });
});

describe("a person's row", () => {
  it("takes a name, a language and a switch from its owner, and nothing else", async () => {
    const cookie = cookieOf(await signUp("Nils", "nils@fjordline.example"));
    const update = async (body: object) => (await post("/update-user", body, { cookie })).status;
    expect(await update({ name: "Nils Holm", singleKeys: false })).toBe(200);
    expect(await update({ image: "https://evil.example/track.png" })).toBe(400);
    expect(await update({ emailVerified: true })).toBe(400);
    expect(await update({ locale: "fi" })).toBe(200);
    expect(await update({ locale: "tlh" })).toBe(400);
    expect(await update({ name: " " })).toBe(400);
    expect(await update({ name: "x".repeat(101) })).toBe(400);
    const user = await signedInUser(rt.auth, new Headers({ cookie }));
    expect(user).toMatchObject({ name: "Nils Holm", singleKeys: false, locale: "fi" });
  });
});

describe("a new person's language", () => {
  const localeAfter = async (email: string, headers: Record<string, string>) => {
    const cookie = cookieOf(await signUp("Signe", email, headers));
    return (await signedInUser(rt.auth, new Headers({ cookie })))?.locale;
  };

  it("is what they chose in this browser, else the first of ours that it asks for, else not known", async () => {
    const asks = { "accept-language": "fr, nn;q=0.9, en;q=0.8" };
    expect(await localeAfter("signe1@fjordline.example", { ...asks, cookie: "language=fi" })).toBe("fi");
    expect(await localeAfter("signe2@fjordline.example", { ...asks, cookie: "language=xx" })).toBe("nb");
    expect(await localeAfter("signe3@fjordline.example", { "accept-language": "fr" })).toBeNull();
  });
});

describe("what can be asked over /api/auth", () => {
  it("is what is used, and nothing else that better-auth has", async () => {
    const endpoints = Object.values<{ path?: string; options?: { method?: string | string[] } }>(rt.auth.api)
      .filter(({ path }) => path)
      .flatMap(({ path, options }) => [options?.method ?? []].flat().map((method) => `${method} ${path}`));
    expect(endpoints.length).toBeGreaterThan(30);
    const open: string[] = [];
    for (const endpoint of endpoints) {
      const [method, path] = endpoint.split(" ") as [string, string];
      const answer = await rt.auth.handler(
        new Request(`http://localhost:3000/api/auth${path.replace(/:\w+/g, "x")}`, {
          method,
          headers: {
            ...{ "content-type": "application/json", origin: "http://localhost:3000" },
            "x-forwarded-for": "192.0.2.200",
          },
          ...(method === "GET" ? {} : { body: "{}" }),
        }),
      );
      if (answer.status !== 404) open.push(endpoint);
    }
    expect([...new Set(open)].sort()).toEqual([
      "GET /company/return/:key",
      "POST /change-password",
      "POST /company/begin",
      "POST /company/find",
      "POST /company/try",
      "POST /passkey/options",
      "POST /passkey/sign-in",
      "POST /request-link",
      "POST /reset-password",
      "POST /second-factor",
      "POST /sign-in/email",
      "POST /sign-in/link",
      "POST /sign-out",
      "POST /sign-up/first",
      "POST /sign-up/invited",
      "POST /sign-up/link",
      "POST /update-user",
    ]);
  });
});

it("over https the session's cookie belongs to this host alone", async () => {
  const auth = createAuth({
    db: rt.connection.db,
    appUrl: "https://svar.example.com",
    secret: "a secret for https tests, long enough",
    tokens: rt.tokens,
    asPlatform: async () => {},
    invitedAddress: async () => null,
    onAttempt: () => {},
    onError: () => {},
  });
  const body = { name: "Ola", email: "ola@fjordline.example", password };
  const answer = await auth.api.signUpEmail({ body, asResponse: true });
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-svar\.session_token=.+Path=\/;.*Secure/);
  expect(await signedInUser(auth, new Headers({ cookie: cookieOf(answer) }))).toMatchObject({ name: "Ola" });
});

it("what is encrypted is read after the secret was changed, once and again", async () => {
  const secrets = ["first", "second", "third"].map((one) => `the ${one} secret of these tests, long enough`);
  const keysAfter = async (changes: number) => {
    const settings = {
      db: rt.connection.db,
      appUrl: "http://localhost:3000",
      tokens: rt.tokens,
      asPlatform: async () => {},
      invitedAddress: async () => null,
      onAttempt: () => {},
      onError: () => {},
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
