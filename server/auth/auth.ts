import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Db } from "#db/client.ts";
import { newId } from "#db/id.ts";
import { credentials, rateLimits, sessions, users, verifications } from "#db/schema/index.ts";
import { DomainError } from "#server/errors.ts";

const day = 86_400;

export type AuthSettings = {
  db: Db;
  appUrl: string;
  secret: string;
  /** Sends the link by which `email` may choose a new password. */
  sendPasswordReset(user: { email: string; name: string }, url: string): Promise<void>;
};

/** Sign-in: better-auth over our tables. Users, sessions and credentials belong to no workspace; `members` says where a user works. */
export function createAuth(settings: AuthSettings) {
  return betterAuth({
    appName: "Svar",
    baseURL: settings.appUrl,
    secret: settings.secret,
    database: drizzleAdapter(settings.db, {
      provider: "pg",
      schema: { users, sessions, credentials, verifications, rateLimits },
    }),
    user: { modelName: "users" },
    session: { modelName: "sessions", expiresIn: 14 * day, updateAge: day },
    account: { modelName: "credentials" },
    verification: { modelName: "verifications" },
    rateLimit: { enabled: true, storage: "database", modelName: "rateLimits", window: 60, max: 120 },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => settings.sendPasswordReset(user, url),
    },
    advanced: {
      cookiePrefix: "svar",
      database: { generateId: () => newId() },
    },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Who is signed in with these request headers, or null. */
export async function signedInUser(auth: Auth, headers: Headers): Promise<{ id: string; name: string; email: string } | null> {
  const session = await auth.api.getSession({ headers });
  return session ? { id: session.user.id, name: session.user.name, email: session.user.email } : null;
}

/** @throws UNAUTHENTICATED for nobody. */
export function required<T>(user: T | null): T {
  if (!user) throw new DomainError("UNAUTHENTICATED", "You are signed out. Sign in again; what you typed is still here.");
  return user;
}
