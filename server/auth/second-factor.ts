import type { BetterAuthPlugin, GenericEndpointContext } from "better-auth";
import { APIError, createAuthEndpoint, createAuthMiddleware, formCsrfMiddleware } from "better-auth/api";
import { deleteSessionCookie, expireCookie, setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { z } from "zod";
import { browserName, inOneLine } from "./browser-name.ts";
import { type FactorStore, hasFactor, spendCode } from "./factor.ts";
import { limitCodes } from "./limit-sign-in.ts";
import type { Notice } from "./notices.ts";

type Settings = FactorStore & { tell(userId: string, notice: Notice): Promise<void> };

/** For how long the second factor is asked after the first was given. */
const seconds = 600;
const cookieName = "second_factor";
const identifier = (token: string) => `second-factor:${token}`;

/**
 * The second factor. Whatever signs somebody in who has one, under `/sign-in/`, makes no session: what was made is taken
 * back before the answer leaves, and the answer says that a code is needed. A cookie, good for ten minutes, says whose
 * code; `/second-factor` takes it and signs in. Codes are limited by account, and each works once.
 */
export const secondFactor = ({ db, tokens, tell }: Settings) =>
  ({
    id: "second-factor",
    hooks: {
      after: [
        {
          matcher: ({ path }) => path?.startsWith("/sign-in/") ?? false,
          handler: createAuthMiddleware(async (ctx) => {
            const { newSession, internalAdapter } = ctx.context;
            if (!newSession || !(await hasFactor(db, newSession.user.id))) return;
            deleteSessionCookie(ctx, true);
            await internalAdapter.deleteSession(newSession.session.token);
            ctx.context.setNewSession(null);
            await askForCode(ctx, newSession.user.id);
            return ctx.json({ secondFactor: true });
          }),
        },
      ],
    },
    endpoints: {
      giveSecondFactor: createAuthEndpoint(
        "/second-factor",
        { method: "POST", use: [formCsrfMiddleware], body: z.object({ code: z.string().max(64) }) },
        async (ctx) => {
          const { internalAdapter, secret } = ctx.context;
          const cookie = ctx.context.createAuthCookie(cookieName, { maxAge: seconds });
          const token = await ctx.getSignedCookie(cookie.name, secret);
          const asked = token && (await internalAdapter.findVerificationValue(identifier(token)));
          const [userId = "", byWorkspace = null] = asked ? asked.value.split(" ") : [];
          const user = asked && asked.expiresAt > new Date() && (await internalAdapter.findUserById(userId));
          if (!token || !user) throw tooLate();
          await limitCodes(db, user.id, new Date());
          const spent = await spendCode({ db, tokens }, user.id, ctx.body.code, new Date());
          if (!spent)
            throw new APIError("BAD_REQUEST", { code: "CODE_WRONG", message: "The code is wrong." });
          if (!(await internalAdapter.consumeVerificationValue(identifier(token)))) throw tooLate();
          const session = await internalAdapter.createSession(user.id, false, { byWorkspace });
          await setSessionCookie(ctx, { session, user });
          expireCookie(ctx, cookie);
          const browser = inOneLine(browserName(ctx.headers?.get("user-agent")));
          if (spent === "recovery") await tell(user.id, { kind: "code_used", browser });
          return ctx.json({ status: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;

/**
 * Remembers in a cookie, for ten minutes, that the first factor was right: a code of `userId` signs in now. `byWorkspace` is
 * the workspace whose provider saw to the first.
 */
export async function askForCode(
  ctx: GenericEndpointContext,
  userId: string,
  byWorkspace?: string,
): Promise<void> {
  const token = generateRandomString(32, "a-z", "A-Z", "0-9");
  await ctx.context.internalAdapter.createVerificationValue({
    identifier: identifier(token),
    value: byWorkspace ? `${userId} ${byWorkspace}` : userId,
    expiresAt: new Date(Date.now() + seconds * 1000),
  });
  const cookie = ctx.context.createAuthCookie(cookieName, { maxAge: seconds });
  await ctx.setSignedCookie(cookie.name, token, ctx.context.secret, cookie.attributes);
}

const tooLate = () =>
  new APIError("UNAUTHORIZED", {
    code: "SIGN_IN_AGAIN",
    message: "Too much time has passed. Sign in again.",
  });
