import { z } from "zod";
import { renderSecurityNoticeMail } from "#emails/security-notice.tsx";
import { locales } from "#server/i18n/locales.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { noticeKinds } from "./notices.ts";

const Payload = z.object({
  name: z.string(),
  notice: z.enum(noticeKinds),
  browser: z.string().nullable(),
  at: z.iso.datetime().transform((at) => new Date(at)),
  locale: z.enum(locales),
});

/** The mail that tells of a change to the way into an account. */
export const renderNotice: MailRenderer = async (ctx, mail) => {
  const { name, notice, browser, at, locale } = Payload.parse(mail.payload);
  const parts = await renderSecurityNoticeMail({
    ...{ name, kind: notice, browser, at, locale, email: mail.toAddress },
    url: `${ctx.site.appUrl}/forgot-password`,
  });
  return { ...parts, fromName: "Svar", fromAddress: null, headers: { "Auto-Submitted": "auto-generated" } };
};
