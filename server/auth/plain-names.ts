import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";

const name = z.string().trim().min(1).max(100);

/** What may be sent to an endpoint that writes a person's row, and nothing else (RELIABILITY.md H12). */
const bodies: Record<string, z.ZodType> = {
  "/sign-up/email": z.strictObject({ name, email: z.string(), password: z.string() }),
  "/update-user": z.strictObject({
    name: name.optional(),
    singleKeys: z.boolean().optional(),
    locale: z.enum(locales).optional(),
  }),
};

/** Lets people choose their name, of 1 to 100 characters, their language and whether keys do something, and no other column of their row. */
export const plainNames = {
  id: "plain-names",
  hooks: {
    before: [
      {
        matcher: ({ path }) => path !== undefined && path in bodies,
        handler: createAuthMiddleware(async ({ path, body }) => {
          const wrong = bodies[path]!.safeParse(body).error?.issues[0];
          if (!wrong) return;
          const message = wrong.path[0] === "name" ? "Write a name of 1 to 100 characters." : wrong.message;
          throw new APIError("BAD_REQUEST", { code: "NAME_INVALID", message });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;
