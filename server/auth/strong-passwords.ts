import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { z } from "zod";
import { passwordLength, type Weakness, weaknessOf } from "./password-rules.ts";

const refusals: Record<Weakness, { code: string; message: string }> = {
  common: {
    code: "PASSWORD_COMMON",
    message:
      "Many people have this password, and it is tried first. Choose another, such as a short sentence.",
  },
  own: {
    code: "PASSWORD_OWN_WORDS",
    message: "This password is little more than your name, address or the product's. Add words of your own.",
  },
};

const Given = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  password: z.string().optional(),
  newPassword: z.string().optional(),
  token: z.string().optional(),
});

/** Refuses common passwords and the owner's own words wherever a password is chosen. A change of it ends all other sessions. */
export const strongPasswords = {
  id: "strong-passwords",
  hooks: {
    before: [
      {
        matcher: ({ path }) => path === "/sign-up/email",
        handler: createAuthMiddleware(async ({ body }) => {
          const { name = "", email = "", password } = givenIn(body);
          refuseWeak(password, [name, email]);
        }),
      },
      {
        matcher: ({ path }) => path === "/reset-password",
        handler: createAuthMiddleware(async ({ body, context }) => {
          const { token, newPassword } = givenIn(body);
          const link =
            token && (await context.internalAdapter.findVerificationValue(`reset-password:${token}`));
          const user = link && (await context.internalAdapter.findUserById(link.value));
          refuseWeak(newPassword, user ? [user.name, user.email] : []);
        }),
      },
      {
        matcher: ({ path }) => path === "/change-password",
        handler: createAuthMiddleware(async (ctx) => {
          const user = (await getSessionFromCtx(ctx))?.user;
          refuseWeak(givenIn(ctx.body).newPassword, user ? [user.name, user.email] : []);
          return { context: { body: { ...ctx.body, revokeOtherSessions: true } } };
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;

/**
 * Looks at a password that somebody chose, where better-auth does not: its length, and what it is made of.
 * @throws APIError that says what is wrong with it.
 */
export function requireGoodPassword(password: string, ownWords: string[]): void {
  if (password.length < passwordLength.min)
    throw new APIError("BAD_REQUEST", { code: "PASSWORD_TOO_SHORT", message: "The password is too short." });
  if (password.length > passwordLength.max)
    throw new APIError("BAD_REQUEST", { code: "PASSWORD_TOO_LONG", message: "The password is too long." });
  refuseWeak(password, ownWords);
}

const givenIn = (body: unknown): z.infer<typeof Given> => Given.safeParse(body).data ?? {};

/** Length is better-auth's to look at, which says so itself. */
function refuseWeak(password: string | undefined, ownWords: string[]): void {
  if (!password || password.length < passwordLength.min) return;
  const weakness = weaknessOf(password, ownWords);
  if (weakness) throw new APIError("BAD_REQUEST", refusals[weakness]);
}
