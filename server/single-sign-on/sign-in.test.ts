import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { sessions, users } from "#db/schema/index.ts";
import { companyBrowser, makeCompany, proveDomain, whoIs } from "#server/test/company.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeUser, makeWorkspace } from "#server/test/factories.ts";
import { authClient } from "#server/test/sign-in.ts";
import { startSignInProvider } from "#server/test/sign-in-provider.ts";
import { inviteMember } from "#server/workspace/invite-member.ts";
import { listMembers } from "#server/workspace/queries.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { chooseJoining } from "./choose-joining.ts";
import { setProvider } from "./set-provider.ts";

const rt = await testRuntime();
rt.env.CHAT_NETWORKS = "127.0.0.0/8";
const provider = await startSignInProvider({ sub: "none" });
const browser = companyBrowser(rt);
afterAll(() => provider.close());

beforeEach(() => {
  provider.fault = {};
  provider.description = {};
  provider.declines = null;
});

describe("signing in at the company's provider", () => {
  it("leads a member there and back to where they wanted to go, for half a day at most", async () => {
    const company = await makeCompany(rt, provider);
    const { email } = company.owner;
    provider.person = { sub: "maja", email, name: "Maja" };
    const { to, cookie } = await browser.signIn(email.toUpperCase(), `/${company.slug}/cases`);
    expect(to).toBe(`/${company.slug}/cases`);
    const here = await whoIs(rt, cookie);
    expect(here).toMatchObject({ email, session: { byWorkspace: company.id } });
    const { createdAt, expiresAt } = here!.session;
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(12 * 3_600_000);
  });

  it("is logged by account, and so is being turned away", async () => {
    const told = vi.spyOn(rt.log, "info");
    onTestFinished(() => told.mockRestore());
    const company = await makeCompany(rt, provider);
    const { id: userId, email } = company.owner;
    provider.person = { sub: "maja", email };
    await browser.signIn(email);
    provider.person = { sub: "bo", email: `bo@${company.domain}` };
    await browser.signIn(`bo@${company.domain}`);
    const way = "/company/return/:key";
    expect(told.mock.calls).toEqual([
      [{ way, userId, end: "signed_in" }, "sign-in"],
      [{ way, userId: undefined, end: "302" }, "sign-in"],
    ]);
  });

  it("knows them by their subject from then on, whatever their address becomes", async () => {
    const company = await makeCompany(rt, provider);
    const { email } = company.owner;
    provider.person = { sub: "maja", email };
    await browser.signIn(email);
    provider.person = { sub: "maja", email: "maja.married@elsewhere.example" };
    expect((await whoIs(rt, (await browser.signIn(email)).cookie))?.email).toBe(email);
  });

  it("lets nobody join who was not invited, unless the workspace lets them, in the role it chose", async () => {
    const company = await makeCompany(rt, provider);
    const email = `bo@${company.domain}`;
    provider.person = { sub: "bo", email, name: "Bo Lind" };
    expect(await browser.signIn(email)).toMatchObject({ to: "/sign-in/company?problem=not_invited" });
    expect(await rt.connection.db.$count(users, eq(users.email, email))).toBe(0);
    await company.run((ctx) => chooseJoining(ctx, { role: "agent" }));
    const { cookie } = await browser.signIn(email);
    expect((await whoIs(rt, cookie))?.email).toBe(email);
    const members = await company.run(listMembers);
    expect(members.find((one) => one.email === email)).toMatchObject({ name: "Bo Lind", role: "agent" });
  });

  it("takes an invitation for what it says", async () => {
    const company = await makeCompany(rt, provider);
    const email = `cia@${company.domain}`;
    await company.run((ctx) => inviteMember(ctx, { email, role: "manager" }));
    provider.person = { sub: "cia", email };
    await browser.signIn(email);
    const members = await company.run(listMembers);
    expect(members.find((one) => one.email === email)?.role).toBe("manager");
  });

  it("ends what was set in an account whose address was not proven, which may be somebody else's", async () => {
    const company = await makeCompany(rt, provider);
    const email = `dan@${company.domain}`;
    const before = await authClient(rt).signUp("Dan", email);
    expect(before.ok).toBe(true);
    await company.run((ctx) => chooseJoining(ctx, { role: "viewer" }));
    provider.person = { sub: "dan", email };
    const { cookie } = await browser.signIn(email);
    expect((await whoIs(rt, cookie))?.email).toBe(email);
    const answer = await browser.post("/sign-in/email", { email, password: "a long and quiet sentence" });
    expect(answer.status).toBe(401);
  });

  it("goes on when the provider has a new key", async () => {
    const company = await makeCompany(rt, provider);
    const { email } = company.owner;
    provider.person = { sub: "maja", email };
    await browser.signIn(email);
    await provider.rotate();
    expect((await whoIs(rt, (await browser.signIn(email)).cookie))?.email).toBe(email);
  });

  it("says that the provider declined", async () => {
    const company = await makeCompany(rt, provider);
    provider.declines = "access_denied";
    const { to } = await browser.signIn(company.owner.email);
    expect(to).toBe("/sign-in/company?problem=declined");
  });
});

describe("what is not what it should be signs nobody in:", () => {
  const now = Math.floor(Date.now() / 1000);
  const faults = {
    "a token of another issuer": { claims: { iss: "https://login.evil.example" } },
    "a token for another client": { claims: { aud: "somebody-else" } },
    "a token that has expired": { claims: { iat: now - 4_000, exp: now - 3_600 } },
    "a token that nobody signed": { signed: "not" as const },
    "a token signed by a strange key": { signed: "strange key" as const },
    "a token with another nonce": { claims: { nonce: "another" } },
    "a token without a subject": { claims: { sub: undefined } },
  };
  it.each(Object.entries(faults))("%s", async (_, fault) => {
    const company = await makeCompany(rt, provider);
    const { email } = company.owner;
    provider.person = { sub: "maja", email };
    provider.fault = fault;
    const { to, cookie } = await browser.signIn(email);
    expect(to).toBe("/sign-in/company?problem=provider");
    expect(await whoIs(rt, cookie)).toBeNull();
    expect(await rt.connection.db.$count(sessions, eq(sessions.userId, company.owner.id))).toBe(0);
  });

  it.each([
    ["no address", { sub: "x" }, "no_address"],
    ["an address that is not verified", { sub: "x", email: "OWNER", email_verified: false }, "not_verified"],
    ["an address of another domain", { sub: "x", email: "maja@elsewhere.example" }, "other_domain"],
    ["an address below the domain", { sub: "x", email: "maja@mail.DOMAIN" }, "other_domain"],
  ])("%s", async (_, person, problem) => {
    const company = await makeCompany(rt, provider);
    const { email: asserted = "" } = person as { email?: string };
    const email = asserted.replace("OWNER", company.owner.email).replace("DOMAIN", company.domain);
    provider.person = email ? { ...person, email } : { sub: "x" };
    const { to, cookie } = await browser.signIn(company.owner.email);
    expect(to).toBe(`/sign-in/company?problem=${problem}`);
    expect(await whoIs(rt, cookie)).toBeNull();
  });

  it("another company's provider that asserts an address of this one", async () => {
    const [company, other] = [await makeCompany(rt, provider), await makeCompany(rt, provider, "Nordlys")];
    await other.run((ctx) => chooseJoining(ctx, { role: "manager" }));
    provider.person = { sub: "evil", email: company.owner.email, email_verified: true };
    const { to, cookie } = await browser.signIn(other.owner.email);
    expect(to).toBe("/sign-in/company?problem=other_domain");
    expect(await whoIs(rt, cookie)).toBeNull();
    expect(await other.run(listMembers)).toHaveLength(1);
  });

  it("somebody else at the provider who was given a member's address", async () => {
    const company = await makeCompany(rt, provider);
    const { email } = company.owner;
    provider.person = { sub: "maja", email };
    await browser.signIn(email);
    provider.person = { sub: "maja-the-second", email };
    const { to, cookie } = await browser.signIn(email);
    expect(to).toBe("/sign-in/company?problem=other_person");
    expect(await whoIs(rt, cookie)).toBeNull();
  });

  it("an answer that is used a second time", async () => {
    const company = await makeCompany(rt, provider);
    provider.person = { sub: "maja", email: company.owner.email };
    const { url, cookie } = await browser.begin(company.owner.email);
    const address = await browser.atProvider(url!);
    expect((await browser.comeBack(address, cookie)).to).toBe("/");
    expect((await browser.comeBack(address, cookie)).to).toBe("/sign-in/company?problem=again");
  });

  it("an answer in a browser that did not begin, or that began another", async () => {
    const company = await makeCompany(rt, provider);
    provider.person = { sub: "maja", email: company.owner.email };
    const [mine, theirs] = [
      await browser.begin(company.owner.email),
      await browser.begin(company.owner.email),
    ];
    const address = await browser.atProvider(theirs.url!);
    expect((await browser.comeBack(address, "")).to).toBe("/sign-in/company?problem=again");
    expect((await browser.comeBack(address, mine.cookie)).to).toBe("/sign-in/company?problem=again");
  });

  it("a code that was given for another attempt", async () => {
    const company = await makeCompany(rt, provider);
    provider.person = { sub: "maja", email: company.owner.email };
    const [mine, theirs] = [
      await browser.begin(company.owner.email),
      await browser.begin(company.owner.email),
    ];
    const stolen = new URL(await browser.atProvider(theirs.url!)).searchParams.get("code")!;
    const address = new URL(await browser.atProvider(mine.url!));
    address.searchParams.set("code", stolen);
    expect((await browser.comeBack(address.href, mine.cookie)).to).toBe("/sign-in/company?problem=provider");
  });

  it("an answer at another company's address, or by another provider's name", async () => {
    const [company, other] = [await makeCompany(rt, provider), await makeCompany(rt, provider, "Nordlys")];
    provider.person = { sub: "maja", email: company.owner.email };
    const first = await browser.begin(company.owner.email);
    const moved = (await browser.atProvider(first.url!)).replace(`/${company.key}?`, `/${other.key}?`);
    expect((await browser.comeBack(moved, first.cookie)).to).toBe("/sign-in/company?problem=again");
    const second = await browser.begin(company.owner.email);
    const named = new URL(await browser.atProvider(second.url!));
    named.searchParams.set("iss", "https://login.evil.example");
    expect((await browser.comeBack(named.href, second.cookie)).to).toBe("/sign-in/company?problem=provider");
  });

  it("an answer to what was asked before the provider was set anew", async () => {
    const company = await makeCompany(rt, provider);
    provider.person = { sub: "maja", email: company.owner.email };
    const { url, cookie } = await browser.begin(company.owner.email);
    const address = await browser.atProvider(url!);
    rt.setNow(new Date(rt.clock().getTime() + 1));
    const { issuer, client } = provider;
    await company.run((ctx) => setProvider(ctx, { issuer, clientId: client.id, secret: client.secret }));
    expect((await browser.comeBack(address, cookie)).to).toBe("/sign-in/company?problem=again");
  });

  it("a member who was removed, unless people join by themselves", async () => {
    const company = await makeCompany(rt, provider);
    const email = `bo@${company.domain}`;
    await company.run((ctx) => inviteMember(ctx, { email, role: "agent" }));
    provider.person = { sub: "bo", email };
    await browser.signIn(email);
    const [bo] = await rt.connection.db.select().from(users).where(eq(users.email, email));
    await company.run((ctx) => removeMember(ctx, { userId: bo!.id }));
    expect((await browser.signIn(email)).to).toBe("/sign-in/company?problem=not_invited");
  });
});

describe("where the company's sign-in leads", () => {
  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a?b=//c"])(
    "never to %s",
    async (next) => {
      const company = await makeCompany(rt, provider);
      provider.person = { sub: "maja", email: company.owner.email };
      expect((await browser.signIn(company.owner.email, next)).to).toBe("/");
    },
  );

  it("is asked by the domain alone: whether somebody has the address changes nothing", async () => {
    const company = await makeCompany(rt, provider);
    await makeUser(rt, "Eva", "eva@nowhere.example");
    const known = await browser.begin(company.owner.email);
    const unknown = await browser.begin(`nobody@${company.domain}`);
    expect(Object.keys(unknown)).toEqual(Object.keys(known));
    expect(await browser.begin("eva@nowhere.example")).toMatchObject({ code: "NO_COMPANY" });
    expect(await browser.begin("nobody@nowhere.example")).toMatchObject({ code: "NO_COMPANY" });
  });

  it("is no page that is none, and no provider of whichever organisation comes", async () => {
    const company = await makeCompany(rt, provider);
    const wrong = [
      { authorization_endpoint: "javascript:alert(1)" },
      { issuer: "https://login.evil.example" },
      { issuer: `${provider.issuer}/{tenantid}` },
    ];
    for (const description of wrong) {
      provider.description = description;
      expect(await browser.begin(company.owner.email)).toMatchObject({ code: "PROVIDER_UNREACHABLE" });
    }
  });

  it("is no address inside the operator's network", async () => {
    const company = await makeCompany(rt, provider);
    rt.env.CHAT_NETWORKS = "";
    expect(await browser.begin(company.owner.email)).toMatchObject({ code: "PROVIDER_UNREACHABLE" });
    rt.env.CHAT_NETWORKS = "127.0.0.0/8";
    provider.description = { token_endpoint: "http://169.254.169.254/latest" };
    provider.person = { sub: "maja", email: company.owner.email };
    expect((await browser.signIn(company.owner.email)).to).toBe("/sign-in/company?problem=provider");
  });

  it("may be the same for two workspaces of one company", async () => {
    const company = await makeCompany(rt, provider);
    const second = await makeWorkspace(rt, "Fjordline-two");
    await proveDomain(second, company.domain);
    provider.person = { sub: "maja", email: company.owner.email };
    const { cookie } = await browser.signIn(company.owner.email);
    expect((await whoIs(rt, cookie))?.session.byWorkspace).toBe(company.id);
  });
});
