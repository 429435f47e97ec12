import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthMiddleware } from "better-auth/api";
import type { Db } from "#db/client.ts";
import { newId } from "#db/id.ts";
import { credentials, sessions, users, verifications } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { signedOut } from "#server/errors.ts";
import type { TokenCodec } from "#server/token/codec.ts";
import { browserName, inOneLine } from "./browser-name.ts";
import { careForSessions } from "./care-for-sessions.ts";
import { countAttempt } from "./count-attempt.ts";
import { limitSignIn } from "./limit-sign-in.ts";
import { logSignIn, type SignInAttempt } from "./log-sign-in.ts";
import { mailLinks } from "./mail-links.ts";
import type { Notice } from "./notices.ts";
import { passkeySignIn } from "./passkey-sign-in.ts";
import { passwordLength } from "./password-rules.ts";
import { plainNames } from "./plain-names.ts";
import { proveAddress } from "./prove-address.ts";
import { onlyReachable } from "./reachable.ts";
import { rowHooks } from "./rows.ts";
import { secondFactor } from "./second-factor.ts";
import { type Holder, type Link, sendLink } from "./send-link.ts";
import { tellOf } from "./send-notice.ts";
import { longestDays } from "./session-rules.ts";
import { signUp } from "./sign-up.ts";
import { strongPasswords } from "./strong-passwords.ts";

export type AuthSettings = {
  db: Db;
  appUrl: string;
  secret: string;
  /** Those before it, the oldest first: what is encrypted with one is still read. Sessions need the present one. */
  formerSecrets?: readonly string[];
  tokens: TokenCodec;
  /** Runs `work` in the platform's own workspace, which sends the mails about accounts. */
  asPlatform(task: string, work: (ctx: Ctx) => Promise<void>): Promise<void>;
  /** The address that the invitation behind a link is for; null when it leads nowhere. */
  invitedAddress(token: string): Promise<string | null>;
  /** Further ways to sign in. */
  more?: Omit<BetterAuthPlugin, "endpoints">[];
  /** Each attempt to sign in, for the log. */
  onAttempt(attempt: SignInAttempt): void;
  /** What failed beside a request that was answered all the same. */
  onError(error: unknown): void;
};

/**
 * Sign-in: better-auth over our tables. Users, sessions and credentials belong to no workspace; `members` says
 * where a user works. Over https the cookie has the `__Host-` prefix, so no subdomain can set it.
 */
export function createAuth(settings: AuthSettings) {
  const { db, appUrl } = settings;
  const secure = appUrl.startsWith("https:");
  const tell = (userId: string, notice: Notice) => tellOf(settings, userId, notice).catch(settings.onError);
  const send = (user: Holder, link: Link) => settings.asPlatform("link", (ctx) => sendLink(ctx, user, link));
  const auth = betterAuth({
    appName: "Svar",
    baseURL: appUrl,
    ...secretsOf(settings),
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { users, sessions, credentials, verifications },
    }),
    user: {
      modelName: "users",
      additionalFields: {
        singleKeys: { type: "boolean", required: false },
        locale: { type: "string", required: false },
      },
    },
    // The cookie lives as long as a session may at most; the row says how long it does (care-for-sessions.ts).
    session: {
      modelName: "sessions",
      expiresIn: longestDays * 86_400,
      disableSessionRefresh: true,
      additionalFields: { byWorkspace: { type: "string", required: false, input: false } },
    },
    account: { modelName: "credentials" },
    verification: { modelName: "verifications", storeIdentifier: "hashed" },
    databaseHooks: rowHooks,
    // Per address; a whole company may sit behind one. Guessing at one account is stopped by limitSignIn.
    rateLimit: {
      enabled: true,
      customStorage: {
        consume: async (key, { window, max }) => {
          const wait = await countAttempt(db, key, { max, window: window * 1000 }, new Date());
          return { allowed: wait === 0, retryAfter: wait || null };
        },
      },
      window: 60,
      max: 120,
      customRules: {
        "/sign-in/email": { window: 60, max: 60 },
        "/sign-up/first": { window: 60, max: 20 },
        "/sign-up/invited": { window: 60, max: 20 },
        "/sign-up/link": { window: 60, max: 20 },
        "/sign-in/link": { window: 60, max: 60 },
        "/second-factor": { window: 60, max: 60 },
        "/passkey/options": { window: 60, max: 60 },
        "/passkey/sign-in": { window: 60, max: 60 },
        "/change-password": { window: 60, max: 20 },
        "/request-link": { window: 60, max: 20 },
        "/company/find": { window: 60, max: 60 },
        "/company/begin": { window: 60, max: 60 },
        "/company/try": { window: 60, max: 20 },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body, request }) => {
        if (path !== "/sign-in/email" || typeof body?.email !== "string") return;
        await limitSignIn(db, body.email, request?.headers.get("x-forwarded-for") ?? "", new Date());
      }),
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      async onPasswordReset({ user }, request) {
        await proveAddress(db, user.id);
        const browser = inOneLine(browserName(request?.headers.get("user-agent")));
        await tell(user.id, { kind: "password_changed", browser });
      },
    },
    // Their hooks run in this order: a second factor is asked for before a sign-in counts as one.
    plugins: [
      onlyReachable,
      plainNames,
      strongPasswords,
      mailLinks({ db, send, onError: settings.onError }),
      signUp({ db, invitedAddress: settings.invitedAddress }),
      ...(settings.more ?? []),
      secondFactor({ db, tokens: settings.tokens, tell }),
      passkeySignIn({ db, appUrl }),
      careForSessions({ db, tell }),
      logSignIn(settings.onAttempt),
    ],
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
  return Object.assign(auth, { tell });
}

/** What was encrypted before there were several secrets names none: it is of the first. */
function secretsOf({ secret, formerSecrets = [] }: AuthSettings) {
  const all = [...formerSecrets, secret];
  const secrets = all.map((value, place) => ({ version: place + 1, value })).reverse();
  return all.length > 1 ? { secret: all[0]!, secrets } : { secret };
}

export type Auth = ReturnType<typeof createAuth>;

export type SignedInUser = {
  id: string;
  name: string;
  email: string;
  singleKeys: boolean;
  sessionId: string;
  /** The language they read, where it is known. */
  locale?: string | null;
};

/** Who is signed in with these request headers, and whether keys pressed alone do something for them; or null. */
export async function signedInUser(auth: Auth, headers: Headers): Promise<SignedInUser | null> {
  const found = await auth.api.getSession({ headers });
  if (!found) return null;
  const { id, name, email, singleKeys, locale } = found.user;
  return { id, name, email, singleKeys: singleKeys !== false, sessionId: found.session.id, locale };
}

/** @throws UNAUTHENTICATED for nobody. */
export function required<T>(user: T | null): T {
  if (!user) throw signedOut();
  return user;
}
