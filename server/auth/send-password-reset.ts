import { createHash } from "node:crypto";
import type { Ctx } from "#server/context.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";

/** Puts the mail with the link for a new password into the outbox. */
export async function sendPasswordReset(
  ctx: Ctx,
  user: { email: string; name: string },
  url: string,
  locale: Locale,
): Promise<void> {
  const dedupeKey = `password_reset:${createHash("sha256").update(url).digest("hex")}`;
  const payload = { name: user.name, url, locale };
  await enqueueMail(ctx, { kind: "password_reset", toAddress: user.email, dedupeKey, payload });
}
