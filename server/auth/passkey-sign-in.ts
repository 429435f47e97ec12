import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint, formCsrfMiddleware } from "better-auth/api";
import { expireCookie, setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { z } from "zod";
import { optionsToSignIn, type PasskeyPlace, userOfPasskey } from "./passkeys.ts";
import { AuthenticationResponse } from "./schema.ts";

/** For how long a browser may ask its owner. */
const seconds = 300;
const cookieName = "passkey";
const identifier = (token: string) => `passkey:${token}`;

/**
 * Signing in by a passkey, which is two factors in one: the device, and whatever unlocks it. So nothing more is asked for,
 * and its path is not under `/sign-in/`.
 */
export const passkeySignIn = (place: PasskeyPlace) =>
  ({
    id: "passkey-sign-in",
    endpoints: {
      passkeyOptions: createAuthEndpoint(
        "/passkey/options",
        { method: "POST", use: [formCsrfMiddleware] },
        async (ctx) => {
          const options = await optionsToSignIn(place.appUrl);
          const token = generateRandomString(32, "a-z", "A-Z", "0-9");
          await ctx.context.internalAdapter.createVerificationValue({
            identifier: identifier(token),
            value: options.challenge,
            expiresAt: new Date(Date.now() + seconds * 1000),
          });
          const cookie = ctx.context.createAuthCookie(cookieName, { maxAge: seconds });
          await ctx.setSignedCookie(cookie.name, token, ctx.context.secret, cookie.attributes);
          return ctx.json(options);
        },
      ),
      signInByPasskey: createAuthEndpoint(
        "/passkey/sign-in",
        { method: "POST", use: [formCsrfMiddleware], body: z.object({ response: AuthenticationResponse }) },
        async (ctx) => {
          const { internalAdapter, secret } = ctx.context;
          const cookie = ctx.context.createAuthCookie(cookieName, { maxAge: seconds });
          const token = await ctx.getSignedCookie(cookie.name, secret);
          const asked = token && (await internalAdapter.consumeVerificationValue(identifier(token)));
          expireCookie(ctx, cookie);
          if (!asked || asked.expiresAt <= new Date()) throw refused();
          const given = { response: ctx.body.response, challenge: asked.value };
          const userId = await userOfPasskey(place, given, new Date());
          const user = userId && (await internalAdapter.findUserById(userId));
          if (!user) throw refused();
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ status: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;

const refused = () =>
  new APIError("BAD_REQUEST", { code: "PASSKEY_REFUSED", message: "This passkey signs nobody in here." });
