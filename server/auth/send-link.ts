import { createHash } from "node:crypto";
import type { Ctx } from "#server/context.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import type { LinkPurpose } from "./links.ts";

export type Link = { purpose: LinkPurpose; token: string; locale: Locale };

/** Whom a link goes to, and whether they have shown before that the address is theirs. */
export type Holder = { name: string; email: string; emailVerified: boolean };

const kinds = { password: "password_reset", "sign-in": "sign_in_link", "sign-up": "sign_in_link" } as const;
const pages = { password: "/reset-password/", "sign-in": "/sign-in/link/", "sign-up": "/sign-up/" } as const;

/** Puts the mail with a link for a new password, or to sign in or up by, into the outbox. */
export async function sendLink(ctx: Ctx, user: Holder, { purpose, token, locale }: Link): Promise<void> {
  const url = `${ctx.site.appUrl}${pages[purpose]}${token}`;
  const first = user.emailVerified ? 0 : 1;
  await enqueueMail(ctx, {
    kind: kinds[purpose],
    toAddress: user.email,
    dedupeKey: `${kinds[purpose]}:${createHash("sha256").update(url).digest("hex")}`,
    payload: { name: user.name, url, locale, first, purpose },
  });
}
