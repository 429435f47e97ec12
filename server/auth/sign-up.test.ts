import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outboundMails, users, verifications } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { authClient, cookieOf, linkTo, platform } from "#server/test/sign-in.ts";
import { inviteMember } from "#server/workspace/invite-member.ts";
import { signedInUser } from "./auth.ts";
import { renderSignInLink } from "./render-sign-in-link.ts";

const rt = await testRuntime();
const { post, signUp } = authClient(rt);
const password = "a long and quiet sentence";
const ask = (email: string) => post("/request-link", { email, purpose: "sign-up" });
const whoIs = (answer: Response) => signedInUser(rt.auth, new Headers({ cookie: cookieOf(answer) }));

describe("the first account of an installation", () => {
  it("needs no mail, signs in at once with a cookie no script can read, and there is one of it", async () => {
    const first = { name: "Maja Berg", email: "Maja@Fjordline.example", password };
    const weak = await post("/sign-up/first", { ...first, password: "fjordline-1" });
    expect(await weak.json()).toMatchObject({ code: "PASSWORD_OWN_WORDS" });
    const answer = await post("/sign-up/first", { ...first, emailVerified: true });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^svar\.session_token=.+HttpOnly; SameSite=Lax/);
    expect(await whoIs(answer)).toMatchObject({ name: "Maja Berg", email: "maja@fjordline.example" });
    const [row] = await rt.connection.db.select().from(users);
    expect(row?.emailVerified).toBe(false);
    const second = await post("/sign-up/first", { ...first, email: "bo@fjordline.example" });
    expect([second.status, await second.json()]).toMatchObject([403, { code: "NOT_FIRST" }]);
  });
});

describe("signing up", () => {
  it("does not say whether an address is taken: same answer, same work, a mail to either", async () => {
    await signUp("Bo", "bo@fjordline.example");
    const rows = () => rt.connection.db.$count(verifications);
    const before = await rows();
    const [taken, free] = [await ask("bo@fjordline.example"), await ask("cia@fjordline.example")];
    expect([taken.status, await taken.text()]).toEqual([free.status, await free.text()]);
    expect([...taken.headers.keys()]).toEqual([...free.headers.keys()]);
    expect(await rows()).toBe(before + 2);
    await linkTo(rt, "bo@fjordline.example", "sign_in_link");
    await linkTo(rt, "cia@fjordline.example", "sign_in_link");
    const mails = await asSystem(rt, platform, "test", async (ctx) => {
      const found = await ctx.db
        .select()
        .from(outboundMails)
        .where(eq(outboundMails.kind, "sign_in_link"))
        .orderBy(outboundMails.toAddress);
      return Promise.all(found.map((mail) => renderSignInLink(ctx, mail)));
    });
    expect(mails.map(({ subject }) => subject)).toEqual(["Sign in to Svar", "Create your workspace in Svar"]);
    expect(mails[0]!.text).toContain("/sign-in/link/");
    expect(mails[1]!.text).toContain("/sign-up/");
  });

  it("makes an account whose address is shown, by a link that works once", async () => {
    await ask("Dag@fjordline.example");
    const token = await linkTo(rt, "Dag@fjordline.example", "sign_in_link");
    const person = { name: "Dag", password, token };
    for (const [bad, code] of [
      ["1234567", "PASSWORD_TOO_SHORT"],
      ["password1", "PASSWORD_COMMON"],
      ["fjordline-1", "PASSWORD_OWN_WORDS"],
    ]) {
      const refused = await post("/sign-up/link", { ...person, password: bad });
      expect(await refused.json()).toMatchObject({ code });
    }
    const made = await post("/sign-up/link", person);
    expect(await whoIs(made)).toMatchObject({ name: "Dag", email: "dag@fjordline.example" });
    const [row] = await rt.connection.db.select().from(users).where(eq(users.email, "dag@fjordline.example"));
    expect(row?.emailVerified).toBe(true);
    const again = await post("/sign-up/link", person);
    expect([again.status, await again.json()]).toMatchObject([400, { code: "SIGN_UP_GONE" }]);
    expect((await post("/sign-in/email", { email: "dag@fjordline.example", password })).status).toBe(200);
  });

  it("makes no second account for an address that was taken meanwhile", async () => {
    await ask("eva@fjordline.example");
    const token = await linkTo(rt, "eva@fjordline.example", "sign_in_link");
    await signUp("Eva", "eva@fjordline.example");
    const answer = await post("/sign-up/link", { name: "Another", password, token });
    expect(await answer.json()).toMatchObject({ code: "USER_ALREADY_EXISTS" });
    expect(await whoIs(answer)).toBeNull();
  });

  it("takes no link for something else, and no token that was made up", async () => {
    await signUp("Fia", "fia@fjordline.example");
    await post("/request-link", { email: "fia@fjordline.example", purpose: "sign-in" });
    const token = await linkTo(rt, "fia@fjordline.example", "sign_in_link");
    for (const other of [token, "x".repeat(32), ""]) {
      const answer = await post("/sign-up/link", { name: "Fia", password, token: other });
      expect(await answer.json()).toMatchObject({ code: "SIGN_UP_GONE" });
    }
  });

  it("is refused to a foreign page, and stopped after twenty a minute from one address", async () => {
    const foreign = await post(
      "/sign-up/link",
      { name: "Gro", password, token: "x" },
      { origin: "https://evil.example" },
    );
    expect(foreign.status).toBe(403);
    const from = (address: string) =>
      post("/sign-up/link", { name: "Gro", password, token: "x" }, { "x-forwarded-for": address });
    const statuses: number[] = [];
    for (let i = 0; i < 41; i++) statuses.push((await from("192.0.2.9")).status);
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses).toContain(429);
    expect((await from("192.0.2.10")).status).not.toBe(429);
  });
});

describe("an invitation", () => {
  it("lets somebody new sign up with the address it was sent to, and no other", async () => {
    const workspace = await makeWorkspace(rt);
    const invitation = await workspace.run((ctx) =>
      inviteMember(ctx, { email: "Hal@fjordline.example", role: "agent" }),
    );
    const target = { workspaceKey: workspace.key, number: invitation.number };
    const token = rt.tokens.seal("member-invitation", target);
    const answer = await post("/sign-up/invited", {
      ...{ name: "Hal", password, token, email: "somebody@else.example" },
    });
    expect(await whoIs(answer)).toMatchObject({ email: "hal@fjordline.example" });
    const gone = await post("/sign-up/invited", { name: "Hal", password, token: "made-up" });
    expect(await gone.json()).toMatchObject({ code: "SIGN_UP_GONE" });
  });
});
