import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint, formCsrfMiddleware, getSessionFromCtx } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { limitLinks } from "./limit-sign-in.ts";
import { type LinkPurpose, linkMinutes, linkPurposes } from "./links.ts";
import { confirmAddress, proveAddress } from "./prove-address.ts";
import { languageAskedFor } from "./rows.ts";
import type { Holder, Link } from "./send-link.ts";

type Settings = {
  db: Db;
  /** Sends the link of `purpose` that holds `token`. */
  send(user: Holder, link: Link): Promise<void>;
  onError(error: unknown): void;
};

/** What a link is looked up by; better-auth stores a hash of it. For a new password it is better-auth's own. */
const identifiers: Record<LinkPurpose, string> = {
  password: "reset-password:",
  "sign-in": "sign-in-link:",
  "sign-up": "sign-up-link:",
};

/** What the link to sign up by is looked up by; its value is the address. */
export const signUpIdentifier = (token: string) => identifiers["sign-up"] + token;

/** Whose link it is when nobody has the address. */
const nobody = "nobody";

/**
 * Links by mail: for a new password, which better-auth takes, for signing in, and for signing up (sign-up.ts), where whoever
 * has an account already is sent one to sign in by.
 *
 * To ask for one does the same, and answers the same after the same time, whether or not somebody has the address (ASVS
 * 5.0, 6.3.8): one search, one row; the mail is written after the answer. To open one does nothing; it is used up by the
 * POST that a press of a button sends, so that programs that follow links in mails sign nobody in. The first one to an
 * address ends what was set before, unless it is opened where its owner is signed in: they know the password too.
 */
export const mailLinks = ({ db, send, onError }: Settings) =>
  ({
    id: "mail-links",
    endpoints: {
      requestLink: createAuthEndpoint(
        "/request-link",
        {
          method: "POST",
          use: [formCsrfMiddleware],
          body: z.object({ email: z.email().max(254), purpose: z.enum(linkPurposes) }),
        },
        async (ctx) => {
          const { email, purpose: wanted } = ctx.body;
          await limitLinks(db, email, ctx.headers?.get("x-forwarded-for") ?? "", new Date());
          const user = (await ctx.context.internalAdapter.findUserByEmail(email.toLowerCase()))?.user;
          const purpose = wanted === "sign-up" && user ? "sign-in" : wanted;
          const isNew = purpose === "sign-up";
          const token = generateRandomString(32, "a-z", "A-Z", "0-9");
          await ctx.context.internalAdapter.createVerificationValue({
            identifier: identifiers[purpose] + token,
            value: isNew ? email.toLowerCase() : (user?.id ?? nobody),
            expiresAt: new Date(Date.now() + linkMinutes[purpose] * 60_000),
          });
          const locale = languageAskedFor(ctx.headers) ?? "en";
          const holder = isNew ? { name: "", email, emailVerified: true } : user;
          if (holder) setImmediate(() => send(holder, { purpose, token, locale }).catch(onError));
          return ctx.json({ status: true });
        },
      ),
      signInByLink: createAuthEndpoint(
        "/sign-in/link",
        { method: "POST", use: [formCsrfMiddleware], body: z.object({ token: z.string().max(64) }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const link = await internalAdapter.consumeVerificationValue(
            identifiers["sign-in"] + ctx.body.token,
          );
          const user =
            link && link.expiresAt > new Date() && (await internalAdapter.findUserById(link.value));
          if (!user)
            throw new APIError("BAD_REQUEST", { code: "LINK_GONE", message: "The link leads nowhere." });
          const isHere = (await getSessionFromCtx(ctx))?.user.id === user.id;
          if (!user.emailVerified) await (isHere ? proveAddress(db, user.id) : confirmAddress(db, user.id));
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user: { ...user, emailVerified: true } });
          return ctx.json({ status: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
