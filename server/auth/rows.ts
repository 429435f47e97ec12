import type { BetterAuthOptions, GenericEndpointContext } from "better-auth";
import { askedLocale, type Locale } from "#server/i18n/locales.ts";
import { toldLanguage } from "#server/i18n/told-language.ts";
import { expiryOf, networkOf } from "./session-rules.ts";

/** The language that was chosen in a browser, else the first of ours that it asks for; undefined where it asks for none. */
export function languageAskedFor(headers: Headers | undefined): Locale | undefined {
  return toldLanguage(headers?.get("cookie")) ?? askedLocale(headers?.get("accept-language") ?? "");
}

/** What our rows have otherwise than better-auth would write them: a person's language, where a session began and until when it lasts. */
export const rowHooks = {
  user: {
    create: {
      before: async (user, context) => ({
        data: { ...user, locale: languageAskedFor(context?.headers) ?? null },
      }),
    },
  },
  session: {
    create: {
      before: async (session, context) => {
        const byWorkspace = session.byWorkspace ?? heldOver(session.userId, context);
        return {
          data: {
            ...session,
            byWorkspace,
            ipAddress: networkOf(session.ipAddress ?? ""),
            expiresAt: expiryOf(session.createdAt, session.createdAt, Boolean(byWorkspace)),
          },
        };
      },
    },
  },
} satisfies BetterAuthOptions["databaseHooks"];

/** Whoever changes their password goes on in a new session as what they were: signed in by their company's provider. */
function heldOver(userId: string, context: GenericEndpointContext | null): unknown {
  const session = context?.path === "/change-password" ? context.context.session?.session : null;
  return session?.userId === userId ? (session.byWorkspace ?? null) : null;
}
