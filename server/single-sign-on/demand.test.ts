import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { auditEntries, identityProviders, members, secondFactors, sessions } from "#db/schema/index.ts";
import type { SignedIn } from "#server/entry.ts";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import { appRouter } from "#server/router.ts";
import { companyBrowser, makeCompany, proveDomain, whoIs } from "#server/test/company.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { signIn as sessionOf } from "#server/test/session.ts";
import { authClient, cookieOf, linkTo } from "#server/test/sign-in.ts";
import { startSignInProvider } from "#server/test/sign-in-provider.ts";
import { createCallerFactory } from "#server/trpc.ts";
import { demandSecondFactor } from "#server/workspace/demand-second-factor.ts";
import { listMembers } from "#server/workspace/queries.ts";
import { addCompanyDomain } from "./add-company-domain.ts";
import { demandProvider } from "./demand-provider.ts";
import { noteProof } from "./note-proof.ts";
import { getSingleSignOn, requireCompanyDomain } from "./queries.ts";
import { removeCompanyDomain } from "./remove-company-domain.ts";
import { removeProvider } from "./remove-provider.ts";
import { setProvider } from "./set-provider.ts";
import { switchProvider } from "./switch-provider.ts";
import { noteProblem } from "./trial.ts";

speak();
const rt = await testRuntime();
rt.env.CHAT_NETWORKS = "127.0.0.0/8";
const provider = await startSignInProvider({ sub: "none" });
const browser = companyBrowser(rt);
const { post, signUp } = authClient(rt);
afterAll(() => provider.close());

const password = "a long and quiet sentence";
const callAs = (user: SignedIn, sessionId: string) =>
  createCallerFactory(appRouter)({
    rt,
    user: { ...user, sessionId },
    live: () => Promise.reject(new Error("nobody listens")),
  });

/** A member who has a password. */
async function withPassword(company: TestWorkspace, name: string) {
  const email = `${name}@${company.slug}.example`;
  await signUp(name, email);
  const { internalAdapter } = await rt.auth.$context;
  const { user } = (await internalAdapter.findUserByEmail(email))!;
  await company.run(async (ctx) => {
    await ctx.db
      .insert(members)
      .values({ workspaceId: ctx.workspaceId, userId: user.id, role: "admin", createdAt: ctx.now });
  });
  return { id: user.id, name, email };
}

const demand = (company: TestWorkspace, keptId = company.owner.id) =>
  company.run((ctx) => demandProvider(ctx, { demanded: true, keptId }));

describe("a company whose people must sign in at its provider", () => {
  it("says so to those whose password is right, and to others what everybody is told", async () => {
    const company = await makeCompany(rt, provider);
    const { email } = await withPassword(company, "bo");
    await demand(company);
    const right = await post("/sign-in/email", { email, password });
    expect([right.status, await right.json()]).toMatchObject([403, { code: "COMPANY_SIGN_IN" }]);
    expect(await whoIs(rt, cookieOf(right))).toBeNull();
    const wrong = await post("/sign-in/email", { email, password: "another quiet sentence" });
    const nobody = await post("/sign-in/email", { email: `x${email}`, password });
    expect([wrong.status, await wrong.json()]).toEqual([nobody.status, await nobody.json()]);
  });

  it("takes no link in a mail either", async () => {
    const company = await makeCompany(rt, provider);
    const { email } = await withPassword(company, "bo");
    await demand(company);
    await post("/request-link", { email, purpose: "sign-in" });
    const answer = await post("/sign-in/link", { token: await linkTo(rt, email, "sign_in_link") });
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: "COMPANY_SIGN_IN" }]);
    expect(await whoIs(rt, cookieOf(answer))).toBeNull();
  });

  it("keeps one administrator who can sign in without it, as long as they are one", async () => {
    const company = await makeCompany(rt, provider);
    const kept = await withPassword(company, "kim");
    await demand(company, kept.id);
    expect((await post("/sign-in/email", { email: kept.email, password })).status).toBe(200);
    await company.run((ctx) =>
      ctx.db.update(members).set({ role: "agent" }).where(eq(members.userId, kept.id)),
    );
    expect((await post("/sign-in/email", { email: kept.email, password })).status).toBe(403);
  });

  it("signs out whoever came in otherwise, but for who asks and who is kept", async () => {
    const company = await makeCompany(rt, provider);
    const [bo, kim] = [await withPassword(company, "bo"), await withPassword(company, "kim")];
    for (const user of [bo, kim, company.owner]) await sessionOf(rt, user);
    const [mine] = await rt.connection.db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, company.owner.id));
    await callAs(company.owner, mine!.id).singleSignOn.demand({
      ...{ workspace: company.slug, demanded: true, keptId: kim.id },
    });
    const left = (id: string) => rt.connection.db.$count(sessions, eq(sessions.userId, id));
    expect([await left(bo.id), (await left(kim.id)) > 0, await left(company.owner.id)]).toEqual([0, true, 1]);
  });

  it("is told of by the domain of an address, whoever has it; others go on as before", async () => {
    const company = await makeCompany(rt, provider);
    const find = async (email: string) => (await post("/company/find", { email })).json();
    expect(await find(company.owner.email)).toEqual({ demanded: false });
    await demand(company);
    expect(await find(company.owner.email)).toEqual({ demanded: true });
    expect(await find(`nobody@${company.domain}`)).toEqual({ demanded: true });
    expect(await find("maja@nowhere.example")).toEqual({ demanded: false });
  });

  it("demands it no longer once DNS no longer says that the domain is theirs; a DNS that fails changes nothing", async () => {
    const company = await makeCompany(rt, provider);
    const { email } = await withPassword(company, "bo");
    await demand(company);
    const [domain] = (await company.run(getSingleSignOn)).domains;
    const note = (texts: string[] | null) =>
      company.run((ctx) => noteProof(ctx, { companyDomainId: domain!.id, texts }));
    await note(null);
    expect((await post("/sign-in/email", { email, password })).status).toBe(403);
    await note(["svar-domain=another"]);
    expect((await post("/sign-in/email", { email, password })).status).toBe(200);
    expect((await company.run(getSingleSignOn)).domains[0]).toMatchObject({ provenAt: null });
  });

  it("needs a provider that is on, a proven domain and an administrator", async () => {
    const company = await makeCompany(rt, provider);
    const agent = await makeMember(rt, company, "agent", "Ola Vik");
    await expect(demand(company, agent.id)).rejects.toMatchObject({ code: "INVALID", field: "keptId" });
    const [domain] = (await company.run(getSingleSignOn)).domains;
    await company.run((ctx) => removeCompanyDomain(ctx, { companyDomainId: domain!.id }));
    await expect(demand(company)).rejects.toMatchObject({ code: "CONFLICT" });
    await proveDomain(company, company.domain);
    await company.run((ctx) => switchProvider(ctx, { on: false }));
    await expect(demand(company)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("cannot lose its provider meanwhile", async () => {
    const company = await makeCompany(rt, provider);
    await demand(company);
    await expect(company.run(removeProvider)).rejects.toMatchObject({ code: "CONFLICT" });
    const other = { issuer: "https://login.other.example", clientId: "x", secret: "y" };
    await expect(company.run((ctx) => setProvider(ctx, other))).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a second factor", () => {
  it("that the workspace demands is the provider's to ask for", async () => {
    const company = await makeCompany(rt, provider);
    const bo = await makeMember(rt, company, "agent", "Bo Lind");
    await rt.connection.db.insert(secondFactors).values({
      ...{ userId: company.owner.id, secret: new Uint8Array(48) },
      ...{ createdAt: rt.clock(), confirmedAt: rt.clock() },
    });
    await company.run((ctx) => demandSecondFactor(ctx, { demanded: true }));
    provider.person = { sub: "bo", email: bo.email };
    const { cookie } = await browser.signIn(bo.email);
    const { session } = (await whoIs(rt, cookie))!;
    expect(await company.run(listMembers, { ...bo, sessionId: session.id })).toHaveLength(2);
    await expect(company.run(listMembers, bo)).rejects.toMatchObject({ field: "secondFactor" });
    const mine = await rt.connection.db.select().from(sessions).where(eq(sessions.userId, bo.id));
    expect(mine).toHaveLength(1);
  });

  it("of somebody's own is asked for after the provider too", async () => {
    const company = await makeCompany(rt, provider);
    await rt.connection.db.insert(secondFactors).values({
      ...{ userId: company.owner.id, secret: new Uint8Array(48) },
      ...{ createdAt: rt.clock(), confirmedAt: rt.clock() },
    });
    provider.person = { sub: "maja", email: company.owner.email };
    const { to, cookie } = await browser.signIn(company.owner.email, `/${company.slug}`);
    expect(to).toBe(`/sign-in/code?next=${encodeURIComponent(`/${company.slug}`)}`);
    expect(await whoIs(rt, cookie)).toBeNull();
  });
});

describe("a provider that is set up", () => {
  it("has what was wrong said in the reader's language, and what was kept before as it is", async () => {
    const company = await makeWorkspace(rt);
    await company.run((ctx) =>
      setProvider(ctx, { issuer: provider.issuer, clientId: "svar", secret: "quiet" }),
    );
    const said = async (error: unknown) => {
      await company.run((ctx) => noteProblem(ctx, error));
      return (await inLanguage("fi", () => company.run(getSingleSignOn))).provider?.problem;
    };
    const lost = Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    });
    expect(await said(lost)).toBe("Palvelin torjui yhteyden.");
    expect(await said(new Error("something timed out", { cause: AbortSignal.abort().reason }))).toContain(
      "something timed out",
    );
    const late = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    expect(await said(late)).toBe("Vastausta ei tullut ajoissa (10 s).");
    expect(await said(null)).toBe("Se ei vastannut.");
    expect(await said(new Error('refused.tooLong{"most'))).toBe('refused.tooLong{"most');
    expect(await said(new Error("invalid_client for maja@customer.example"))).toBe("invalid_client for …");
  });

  it("is tried before it is switched on, by an administrator; what was wrong is said", async () => {
    const company = await makeWorkspace(rt);
    const { issuer, client } = provider;
    const set = (secret: string) =>
      company.run((ctx) => setProvider(ctx, { issuer, clientId: client.id, secret }));
    await set("not the secret");
    const on = () => company.run((ctx) => switchProvider(ctx, { on: true }));
    await expect(on()).rejects.toMatchObject({ code: "CONFLICT" });

    const mine = await sessionOf(rt, company.owner);
    const attempt = async (cookie = mine) => {
      const begun = await post("/company/try", { workspace: company.slug }, { cookie });
      if (!begun.ok) return begun.status;
      const { url } = await begun.json();
      const back = await browser.comeBack(await browser.atProvider(url), `${cookie}; ${cookieOf(begun)}`);
      return back.to;
    };
    provider.person = { sub: "maja", email: company.owner.email };
    expect(await attempt()).toBe(`/${company.slug}/settings/sign-in`);
    const seen = async () => (await company.run(getSingleSignOn)).provider;
    expect(await seen()).toMatchObject({ triedAt: null, problem: expect.stringContaining("client") });
    await set(client.secret);
    await attempt();
    expect((await seen())?.problem).toBe("Your address there is of no domain that is proven here.");
    expect((await inLanguage("sv", seen))?.problem).toBe(
      "Din adress där hör inte till någon domän som ni har visat är er.",
    );
    await proveDomain(company, `${company.slug}.example`);
    await attempt();
    expect(await seen()).toMatchObject({ triedAt: rt.clock(), problem: null, onAt: null });
    await on();
    expect(await seen()).toMatchObject({ onBy: company.owner.id });

    const agent = await makeMember(rt, company, "manager", "Ola Vik");
    expect(await attempt(await sessionOf(rt, agent))).toBe(404);
    await company.run((ctx) => setProvider(ctx, { issuer, clientId: "another", secret: "x" }));
    expect(await seen()).toMatchObject({ triedAt: null, onAt: null });
  });

  it("keeps its secret to itself: in what is shown, in the log of acts, and in the database", async () => {
    const company = await makeCompany(rt, provider);
    const shown = JSON.stringify(await company.run(getSingleSignOn));
    const entries = await company.run((ctx) => ctx.db.select().from(auditEntries));
    const [row] = await company.run((ctx) => ctx.db.select().from(identityProviders));
    const said = shown + JSON.stringify(entries) + Buffer.from(row!.secret).toString("latin1");
    expect(said).not.toContain(provider.client.secret);
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["settings.provider_set", "settings.provider_on"]),
    );
  });

  it("needs a secret at first, and with every other issuer or client", async () => {
    const company = await makeWorkspace(rt);
    const without = { issuer: "https://login.fjordline.example", clientId: "svar" };
    const set = (input: Parameters<typeof setProvider>[1]) => company.run((ctx) => setProvider(ctx, input));
    await expect(set(without)).rejects.toMatchObject({ code: "INVALID", field: "secret" });
    await set({ ...without, secret: "a" });
    expect(await set(without)).toEqual({ isOther: false });
    await expect(set({ ...without, clientId: "b" })).rejects.toMatchObject({ field: "secret" });
  });

  it("is this workspace's only", async () => {
    const [company, other] = [await makeCompany(rt, provider), await makeWorkspace(rt, "Nordlys")];
    expect(await other.run(getSingleSignOn)).toMatchObject({ provider: null, domains: [] });
    await other.run(removeProvider);
    const [domain] = (await company.run(getSingleSignOn)).domains;
    const foreign = (ctx: Parameters<typeof requireCompanyDomain>[0]) =>
      requireCompanyDomain(ctx, domain!.id);
    await expect(other.run(foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(other.run((ctx) => switchProvider(ctx, { on: true }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await other.run((ctx) => addCompanyDomain(ctx, { domain: company.domain }));
    expect((await company.run(getSingleSignOn)).provider).toMatchObject({ onBy: company.owner.id });
  });
});
