import { eq } from "drizzle-orm";
import { identityProviders } from "#db/schema/index.ts";
import type { Runtime } from "#server/entry.ts";
import { addCompanyDomain } from "#server/single-sign-on/add-company-domain.ts";
import { noteProof } from "#server/single-sign-on/note-proof.ts";
import { requireCompanyDomain } from "#server/single-sign-on/queries.ts";
import { setProvider } from "#server/single-sign-on/set-provider.ts";
import { switchProvider } from "#server/single-sign-on/switch-provider.ts";
import { makeWorkspace, type TestWorkspace } from "./factories.ts";
import { authClient, cookieOf } from "./sign-in.ts";
import type { SignInProvider } from "./sign-in-provider.ts";

/** Proves a domain to be the workspace's, as if its DNS had said so. Returns its id. */
export function proveDomain(workspace: TestWorkspace, domain: string): Promise<string> {
  return workspace.run(async (ctx) => {
    const { id } = await addCompanyDomain(ctx, { domain });
    const { proof } = await requireCompanyDomain(ctx, id);
    await noteProof(ctx, { companyDomainId: id, texts: [proof] });
    return id;
  });
}

/** A workspace whose people, with addresses at `domain`, may sign in at `provider`. */
export async function makeCompany(rt: Runtime, provider: SignInProvider, name?: string) {
  const workspace = await makeWorkspace(rt, name);
  const domain = `${workspace.slug}.example`;
  const { issuer, client } = provider;
  await proveDomain(workspace, domain);
  await workspace.run(async (ctx) => {
    await setProvider(ctx, { issuer, clientId: client.id, secret: client.secret });
    await ctx.db
      .update(identityProviders)
      .set({ triedAt: ctx.now })
      .where(eq(identityProviders.workspaceId, ctx.workspaceId));
    await switchProvider(ctx, { on: true });
  });
  return Object.assign(workspace, { domain });
}

/** What a browser does at a company's sign-in, step by step. */
export function companyBrowser(rt: Runtime) {
  const { post } = authClient(rt);
  /** Begins with an address; returns where the provider is, and the cookie of the attempt. */
  async function begin(email: string, next = "/") {
    const answer = await post("/company/begin", { email, next });
    const said: { url?: string; code?: string } = await answer.json();
    return { ...said, cookie: cookieOf(answer) };
  }
  /** Lets the provider send the browser back; returns to which address. */
  async function atProvider(url: string): Promise<string> {
    const answer = await fetch(url, { redirect: "manual" });
    return answer.headers.get("location")!;
  }
  /** Comes back; returns where one is led, and the cookies. */
  async function comeBack(address: string, cookie: string) {
    const answer = await rt.auth.handler(new Request(address, { headers: { cookie } }));
    return { to: answer.headers.get("location"), cookie: cookieOf(answer), status: answer.status };
  }
  async function signIn(email: string, next = "/") {
    const { url, cookie } = await begin(email, next);
    return comeBack(await atProvider(url!), cookie);
  }
  return { post, begin, atProvider, comeBack, signIn };
}

/** Whether these cookies are those of somebody who is signed in, and of whom. */
export async function whoIs(rt: Runtime, cookie: string) {
  const found = await rt.auth.api.getSession({ headers: new Headers({ cookie }) });
  return found && { email: found.user.email, session: found.session };
}
