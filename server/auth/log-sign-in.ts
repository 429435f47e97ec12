import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware, isAPIError } from "better-auth/api";

/** One attempt: by which way, whose account where that is known, and with what end. No address, no secret. */
export type SignInAttempt = {
  way: string;
  userId: string | undefined;
  /** "signed_in" and "done" went well, "next_factor" goes on; anything else is the code of the refusal. */
  end: string;
};

const ways =
  /^\/(?:sign-in\/|sign-up\/|sign-out$|second-factor$|passkey\/sign-in$|company\/return\/|change-password$|reset-password$)/;

/** Tells of every attempt to sign in or to change by what somebody does (ASVS 5.0, 16.3.1). It comes after all other hooks. */
export const logSignIn = (tell: (attempt: SignInAttempt) => void) =>
  ({
    id: "log-sign-in",
    hooks: {
      after: [
        {
          matcher: ({ path }) => ways.test(path ?? ""),
          handler: createAuthMiddleware(async ({ path, context }) => {
            const { returned, newSession, session } = context;
            const userId = newSession?.user.id ?? session?.user.id;
            tell({ way: path, userId, end: endOf(returned, path, Boolean(newSession)) });
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;

function endOf(returned: unknown, path: string, isSignedIn: boolean): string {
  // Whoever comes back from a company's provider is signed in by an answer that leads on.
  if (isSignedIn) return "signed_in";
  if (isAPIError(returned)) return String(returned.body?.code ?? returned.statusCode);
  return path.startsWith("/sign-in/") ? "next_factor" : "done";
}
