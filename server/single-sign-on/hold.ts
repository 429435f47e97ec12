import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { deleteSessionCookie } from "better-auth/cookies";
import type { Db } from "#db/client.ts";
import { mustUseProvider } from "./queries.ts";

/**
 * Takes back every session of somebody who must sign in by their company's provider and did it otherwise, before the answer
 * leaves: whatever made it, so that a new way of signing in obeys without being told to. That a provider is demanded is
 * said only to those whose password, link or passkey was right, so it tells nobody who has an account.
 */
export const heldToProvider = ({ db }: { db: Db }) =>
  ({
    id: "held-to-provider",
    hooks: {
      after: [
        {
          matcher: ({ path }) => path !== "/get-session",
          handler: createAuthMiddleware(async (ctx) => {
            const { newSession, internalAdapter } = ctx.context;
            if (!newSession || newSession.session.byWorkspace) return;
            if (!(await mustUseProvider(db, newSession.user))) return;
            deleteSessionCookie(ctx, true);
            await internalAdapter.deleteSession(newSession.session.token);
            ctx.context.setNewSession(null);
            throw new APIError("FORBIDDEN", {
              code: "COMPANY_SIGN_IN",
              message: "Your company has its people sign in by its own sign-in. Use that.",
            });
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
