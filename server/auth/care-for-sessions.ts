import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import type { Db } from "#db/client.ts";
import { browserName, inOneLine } from "./browser-name.ts";
import { noteBrowser } from "./note-browser.ts";
import { noteUse } from "./note-use.ts";
import type { Notice } from "./notices.ts";

type Settings = { db: Db; tell(userId: string, notice: Notice): Promise<void> };

/** Keeps sessions in use alive, and tells people of sign-ins from new browsers and of changed passwords. */
export const careForSessions = ({ db, tell }: Settings) =>
  ({
    id: "care-for-sessions",
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === "/get-session",
          handler: createAuthMiddleware(async ({ context }) => {
            if (context.session) await noteUse(db, context.session.session, new Date());
          }),
        },
        {
          matcher: ({ path }) => path === "/change-password",
          handler: createAuthMiddleware(async ({ context, headers }) => {
            const user = context.newSession?.user;
            const browser = inOneLine(browserName(headers?.get("user-agent")));
            if (user) await tell(user.id, { kind: "password_changed", browser });
          }),
        },
        {
          matcher: ({ path }) => path !== "/get-session" && path !== "/change-password",
          handler: createAuthMiddleware(async ({ context }) => {
            if (!context.newSession) return;
            const { user, session } = context.newSession;
            const browser = inOneLine(browserName(session.userAgent));
            const isNew = browser && (await noteBrowser(db, user.id, browser, new Date()));
            if (isNew) await tell(user.id, { kind: "new_browser", browser });
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
