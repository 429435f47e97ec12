import type { BlockList } from "node:net";
import type { BetterAuthPlugin, GenericEndpointContext } from "better-auth";
import { APIError, createAuthEndpoint, formCsrfMiddleware, getSessionFromCtx } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { hasFactor } from "#server/auth/factor.ts";
import { askForCode } from "#server/auth/second-factor.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { sayStored } from "#server/i18n/say-refusal.ts";
import { refusal } from "#server/refusal.ts";
import { newAttempt, rememberAttempt, takeAttempt } from "./attempt.ts";
import { findPerson } from "./find-person.ts";
import { wayTo, whoCame } from "./provider.ts";
import { companyOf, openProvider, placeToTry } from "./queries.ts";
import { ownPath } from "./rules.ts";
import { finishTrial, noteProblem, problemIn } from "./trial.ts";

export type CompanySettings = {
  db: Db;
  /** Networks of the operator's own that providers may be in. */
  opened(): BlockList;
  /** Runs `work` in a workspace that a domain or an attempt names. */
  enter<T>(workspaceId: string, work: (ctx: Ctx) => Promise<T>): Promise<T>;
  onError(error: unknown): void;
};

const Address = z.object({ email: z.email().max(254) });

/**
 * Signing in by a company's own provider. Which one is told by the domain of an address and by nothing else, so that nobody
 * learns who has an account. People come back to an address of their workspace's own with what only the browser that began
 * can show; then the session is theirs, good for half a day. A second factor of their own is still asked for: their account may
 * open other companies' workspaces too.
 */
export const companySignIn = (settings: CompanySettings) =>
  ({
    id: "company-sign-in",
    endpoints: {
      findCompany: createAuthEndpoint(
        "/company/find",
        { method: "POST", use: [formCsrfMiddleware], body: Address },
        async (ctx) => {
          const company = await companyOf(settings.db, ctx.body.email);
          return ctx.json({ demanded: company?.demanded ?? false });
        },
      ),
      beginAtCompany: createAuthEndpoint(
        "/company/begin",
        { method: "POST", use: [formCsrfMiddleware], body: Address.extend({ next: z.string().max(500) }) },
        async (ctx) => {
          const { email, next } = ctx.body;
          const company = await companyOf(settings.db, email);
          if (!company)
            throw new APIError("BAD_REQUEST", {
              code: "NO_COMPANY",
              message: "No company has a sign-in of its own for this address.",
            });
          const { workspaceId } = company;
          const begun = { workspaceId, next: ownPath(next), triedBy: null };
          return ctx.json({ url: await begin(ctx, settings, begun, email) });
        },
      ),
      tryCompany: createAuthEndpoint(
        "/company/try",
        { method: "POST", use: [formCsrfMiddleware], body: z.object({ workspace: z.string().max(64) }) },
        async (ctx) => {
          const here = await getSessionFromCtx(ctx);
          const slug = ctx.body.workspace;
          const workspaceId = here && (await placeToTry(settings.db, here, slug));
          if (!workspaceId)
            throw new APIError("NOT_FOUND", { code: "NOT_FOUND", message: "There is no such workspace." });
          const begun = { workspaceId, next: `/${slug}/settings/sign-in`, triedBy: here.user.id };
          return ctx.json({ url: await begin(ctx, settings, begun, here.user.email) });
        },
      ),
      returnFromCompany: createAuthEndpoint("/company/return/:key", { method: "GET" }, async (ctx) => {
        const attempt = await takeAttempt(ctx, String(ctx.query?.state ?? ""));
        const opened = attempt && (await settings.enter(attempt.workspaceId, openProvider));
        const isHere = attempt?.returnTo.endsWith(`/${ctx.params.key}`);
        const isSame = attempt?.setAt === opened?.row.setAt.getTime();
        if (!attempt || !opened || !isHere || !isSame || !(opened.row.onAt || attempt.triedBy))
          throw away(ctx, "again");
        const { workspaceId, triedBy } = attempt;
        const { search } = new URL(ctx.request!.url);
        const identity = await whoCame(opened.provider, attempt, search, settings.opened()).catch(
          async (error: unknown) => {
            if (triedBy) await settings.enter(workspaceId, (inside) => noteProblem(inside, error));
            return problemIn(error);
          },
        );
        if (triedBy) {
          if ((await getSessionFromCtx(ctx))?.user.id !== triedBy) throw away(ctx, "again");
          if ("subject" in identity)
            await settings.enter(workspaceId, (inside) => finishTrial(inside, identity, triedBy));
          throw ctx.redirect(attempt.next);
        }
        if (!("subject" in identity)) throw away(ctx, identity.problem);
        const found = await findPerson(ctx, settings, workspaceId, identity);
        if ("refusal" in found) throw away(ctx, found.refusal);
        const { user } = found;
        if (await hasFactor(settings.db, user.id)) {
          await askForCode(ctx, user.id, workspaceId);
          throw ctx.redirect(`/sign-in/code?next=${encodeURIComponent(attempt.next)}`);
        }
        const { internalAdapter } = ctx.context;
        const session = await internalAdapter.createSession(user.id, false, { byWorkspace: workspaceId });
        await setSessionCookie(ctx, { session, user });
        throw ctx.redirect(attempt.next);
      }),
    },
  }) satisfies BetterAuthPlugin;

type Begun = Pick<Parameters<typeof newAttempt>[0], "workspaceId" | "next" | "triedBy">;

/** Where the browser goes; the attempt is remembered. @throws APIError when the provider is not to be reached, or wrong. */
async function begin(
  ctx: GenericEndpointContext,
  settings: CompanySettings,
  begun: Begun,
  hint: string,
): Promise<string> {
  try {
    const opened = await settings.enter(begun.workspaceId, openProvider);
    if (!opened) throw invalid("secret", refusal("providerSecretLost"));
    const attempt = newAttempt({ ...begun, returnTo: opened.returnTo, setAt: opened.row.setAt.getTime() });
    const url = await wayTo(opened.provider, attempt, hint, settings.opened());
    await rememberAttempt(ctx, attempt);
    return url.href;
  } catch (error) {
    if (begun.triedBy) await settings.enter(begun.workspaceId, (inside) => noteProblem(inside, error));
    else settings.onError(inEnglish(problemIn(error)));
    throw new APIError("BAD_REQUEST", {
      code: "PROVIDER_UNREACHABLE",
      message: "Your company’s sign-in cannot be reached just now.",
    });
  }
}

/** For the log. */
const inEnglish = ({ problem, why }: ReturnType<typeof problemIn>) => ({
  problem,
  why: sayStored("en", why),
});

/** To the page that says in words what stopped it. */
const away = (ctx: GenericEndpointContext, problem: string) =>
  ctx.redirect(`/sign-in/company?problem=${problem}`);
