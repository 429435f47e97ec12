import type { BetterAuthPlugin, GenericEndpointContext } from "better-auth";
import { APIError, createAuthEndpoint, formCsrfMiddleware } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { signUpIdentifier } from "./mail-links.ts";
import { requireGoodPassword } from "./strong-passwords.ts";

type Settings = {
  db: Db;
  /** The address that the invitation behind a link is for; null when it leads nowhere. */
  invitedAddress(token: string): Promise<string | null>;
};

const Person = z.object({
  name: z.string("Write your name.").trim().min(1, "Write your name.").max(100, "Shorten the name."),
  password: z.string(),
});
const WithToken = Person.extend({ token: z.string().max(100) });

/**
 * New accounts. Their address is shown first, by the link of a mail, so that nobody learns whether it is taken (ASVS 5.0,
 * 6.3.8), and nobody's account has a password that somebody else chose. The first account of an installation needs no mail:
 * there may be no working mail server yet, and there is nobody to learn of.
 */
export const signUp = ({ db, invitedAddress }: Settings) =>
  ({
    id: "sign-up",
    endpoints: {
      signUpByLink: createAuthEndpoint(
        "/sign-up/link",
        { method: "POST", use: [formCsrfMiddleware], body: WithToken },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const identifier = signUpIdentifier(ctx.body.token);
          const asked = await internalAdapter.findVerificationValue(identifier);
          if (!asked || asked.expiresAt <= new Date()) throw gone();
          requireGoodPassword(ctx.body.password, [ctx.body.name, asked.value]);
          const used = await internalAdapter.consumeVerificationValue(identifier);
          if (!used) throw gone();
          return makeAccount(ctx, { ...ctx.body, email: used.value, proven: true });
        },
      ),
      signUpInvited: createAuthEndpoint(
        "/sign-up/invited",
        { method: "POST", use: [formCsrfMiddleware], body: WithToken },
        async (ctx) => {
          const email = await invitedAddress(ctx.body.token);
          if (!email) throw gone();
          requireGoodPassword(ctx.body.password, [ctx.body.name, email]);
          return makeAccount(ctx, { ...ctx.body, email: email.toLowerCase(), proven: true });
        },
      ),
      signUpFirst: createAuthEndpoint(
        "/sign-up/first",
        { method: "POST", use: [formCsrfMiddleware], body: Person.extend({ email: z.email().max(254) }) },
        async (ctx) => {
          if (!(await isFirstAccount(db)))
            throw new APIError("FORBIDDEN", { code: "NOT_FIRST", message: "Ask for a link by mail." });
          requireGoodPassword(ctx.body.password, [ctx.body.name, ctx.body.email]);
          return makeAccount(ctx, { ...ctx.body, email: ctx.body.email.toLowerCase(), proven: false });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;

/** Whether nobody has an account in this installation yet. */
export async function isFirstAccount(db: Db): Promise<boolean> {
  const rows = await db.select({ one: sql`1` }).from(users).limit(1);
  return rows.length === 0;
}

const gone = () => new APIError("BAD_REQUEST", { code: "SIGN_UP_GONE", message: "The link leads nowhere." });

type Account = { email: string; name: string; password: string; proven: boolean };

async function makeAccount(ctx: GenericEndpointContext, { email, name, password, proven }: Account) {
  const { internalAdapter, password: passwords } = ctx.context;
  if (await internalAdapter.findUserByEmail(email))
    throw new APIError("UNPROCESSABLE_ENTITY", {
      code: "USER_ALREADY_EXISTS",
      message: "Somebody signs in with this address already.",
    });
  const hash = await passwords.hash(password);
  const user = await internalAdapter.createUser(
    { email, name, emailVerified: proven },
    { method: "email-password" },
  );
  await internalAdapter.linkAccount({
    ...{ userId: user.id, providerId: "credential", accountId: user.id },
    password: hash,
  });
  const session = await internalAdapter.createSession(user.id);
  await setSessionCookie(ctx, { session, user });
  return ctx.json({ status: true });
}
