import type { BetterAuthOptions } from "better-auth";
import { type Locale, pickLocale } from "#server/i18n/locales.ts";
import { expiryOf, networkOf } from "./session-rules.ts";

/** The language a browser asks for first. */
export function languageAskedFor(headers: Headers | undefined): Locale {
  return pickLocale(headers?.get("accept-language")?.split(",", 1)[0], "en");
}

/** What our rows have otherwise than better-auth would write them: a person's language, where a session began and until when it lasts. */
export const rowHooks = {
  user: {
    create: {
      before: async (user, context) => ({
        data: { ...user, locale: languageAskedFor(context?.headers) },
      }),
    },
  },
  session: {
    create: {
      before: async (session) => ({
        data: {
          ...session,
          ipAddress: networkOf(session.ipAddress ?? ""),
          expiresAt: expiryOf(session.createdAt, session.createdAt),
        },
      }),
    },
  },
} satisfies BetterAuthOptions["databaseHooks"];
