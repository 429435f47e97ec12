import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthMiddleware } from "better-auth/api";
import type { Db } from "#db/client.ts";
import { newId } from "#db/id.ts";
import { credentials, sessions, users, verifications } from "#db/schema/index.ts";
import { signedOut } from "#server/errors.ts";
import { type Locale, pickLocale } from "#server/i18n/locales.ts";
import { countAttempt } from "./count-attempt.ts";
import { limitSignIn } from "./limit-sign-in.ts";

const day = 86_400;

/** How long the link for a new password works. */
export const resetMinutes = 60;

export type AuthSettings = {
  db: Db;
  appUrl: string;
  secret: string;
  /** Those before it, the oldest first: what is encrypted with one is still read. Sessions need the present one. */
  formerSecrets?: readonly string[];
  /** Sends the link by which `email` may choose a new password, in the language the asking browser prefers. */
  sendPasswordReset(user: { email: string; name: string }, url: string, locale: Locale): Promise<void>;
};

/**
 * Sign-in: better-auth over our tables. Users, sessions and credentials belong to no workspace; `members` says
 * where a user works. Over https the cookie has the `__Host-` prefix, so no subdomain can set it.
 */
export function createAuth(settings: AuthSettings) {
  const secure = settings.appUrl.startsWith("https:");
  return betterAuth({
    appName: "Svar",
    baseURL: settings.appUrl,
    ...secretsOf(settings),
    database: drizzleAdapter(settings.db, {
      provider: "pg",
      schema: { users, sessions, credentials, verifications },
    }),
    user: { modelName: "users", additionalFields: { singleKeys: { type: "boolean", required: false } } },
    session: { modelName: "sessions", expiresIn: 14 * day, updateAge: day },
    account: { modelName: "credentials" },
    verification: { modelName: "verifications", storeIdentifier: "hashed" },
    // Per address; a whole company may sit behind one. Guessing at one account is stopped by limitSignIn.
    rateLimit: {
      enabled: true,
      customStorage: {
        consume: async (key, { window, max }) => {
          const wait = await countAttempt(settings.db, key, { max, window: window * 1000 }, new Date());
          return { allowed: wait === 0, retryAfter: wait || null };
        },
      },
      window: 60,
      max: 120,
      customRules: {
        "/sign-in/email": { window: 60, max: 60 },
        "/sign-up/email": { window: 60, max: 20 },
        "/request-password-reset": { window: 60, max: 5 },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body, request }) => {
        if (path !== "/sign-in/email" || typeof body?.email !== "string") return;
        await limitSignIn(settings.db, body.email, request?.headers.get("x-forwarded-for") ?? "", new Date());
      }),
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: resetMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }, request) =>
        settings.sendPasswordReset(
          user,
          `${settings.appUrl}/reset-password/${token}`,
          pickLocale(request?.headers.get("accept-language")?.split(",", 1)[0], "en"),
        ),
    },
    advanced: {
      // better-auth would skip both under a test runner.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: false,
      cookiePrefix: secure ? "__Host-svar" : "svar",
      defaultCookieAttributes: { secure },
      database: { generateId: () => newId() },
    },
    logger: { level: "error" },
    telemetry: { enabled: false },
  });
}

/** What was encrypted before there were several secrets names none: it is of the first. */
function secretsOf({ secret, formerSecrets = [] }: AuthSettings) {
  const all = [...formerSecrets, secret];
  const secrets = all.map((value, place) => ({ version: place + 1, value })).reverse();
  return all.length > 1 ? { secret: all[0]!, secrets } : { secret };
}

export type Auth = ReturnType<typeof createAuth>;

/** Who is signed in with these request headers, and whether keys pressed alone do something for them; or null. */
export async function signedInUser(
  auth: Auth,
  headers: Headers,
): Promise<{ id: string; name: string; email: string; singleKeys: boolean; sessionId: string } | null> {
  const found = await auth.api.getSession({ headers });
  if (!found) return null;
  const { id, name, email, singleKeys } = found.user;
  return { id, name, email, singleKeys: singleKeys !== false, sessionId: found.session.id };
}

/** @throws UNAUTHENTICATED for nobody. */
export function required<T>(user: T | null): T {
  if (!user) throw signedOut();
  return user;
}
