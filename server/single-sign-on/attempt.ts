import type { GenericEndpointContext } from "better-auth";
import { expireCookie } from "better-auth/cookies";
import { randomNonce, randomPKCECodeVerifier, randomState } from "openid-client";
import { z } from "zod";

/** For how long somebody may be at the provider. */
const seconds = 600;
const cookieName = "company";
const identifier = (state: string) => `company:${state}`;

/** One sign-in that was sent to a provider and has not come back. */
const Attempt = z.object({
  workspaceId: z.uuid(),
  /** Which settings of the provider it was begun with. */
  setAt: z.number(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  next: z.string(),
  /** The administrator who only tries it, or null. */
  triedBy: z.string().nullable(),
});
type Attempt = z.infer<typeof Attempt>;

type Begun = Omit<Attempt, "state" | "nonce" | "verifier">;

/** Makes what an attempt is known by. */
export const newAttempt = (begun: Begun): Attempt => ({
  ...begun,
  state: randomState(),
  nonce: randomNonce(),
  verifier: randomPKCECodeVerifier(),
});

/** Remembers an attempt for ten minutes; a cookie binds it to the browser that began it. */
export async function rememberAttempt(ctx: GenericEndpointContext, attempt: Attempt): Promise<void> {
  await ctx.context.internalAdapter.createVerificationValue({
    identifier: identifier(attempt.state),
    value: JSON.stringify(attempt),
    expiresAt: new Date(Date.now() + seconds * 1000),
  });
  const cookie = ctx.context.createAuthCookie(cookieName, { maxAge: seconds });
  await ctx.setSignedCookie(cookie.name, attempt.state, ctx.context.secret, cookie.attributes);
}

/** The attempt that `state` belongs to, once, in the browser that began it; else null. */
export async function takeAttempt(ctx: GenericEndpointContext, state: string): Promise<Attempt | null> {
  const cookie = ctx.context.createAuthCookie(cookieName, { maxAge: seconds });
  if ((await ctx.getSignedCookie(cookie.name, ctx.context.secret)) !== state) return null;
  expireCookie(ctx, cookie);
  const found = await ctx.context.internalAdapter.consumeVerificationValue(identifier(state));
  if (!found || found.expiresAt <= new Date()) return null;
  return Attempt.parse(JSON.parse(found.value));
}
