import { renderPasswordResetMail } from "#emails/password-reset.tsx";
import { pickLocale } from "#server/i18n/locales.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { linkMinutes } from "./links.ts";

/** The mail with the link for a new password. */
export const renderPasswordReset: MailRenderer = async (_ctx, mail) => {
  const parts = await renderPasswordResetMail({
    name: String(mail.payload.name ?? ""),
    email: mail.toAddress,
    url: String(mail.payload.url),
    minutes: linkMinutes.password,
    locale: pickLocale(String(mail.payload.locale ?? ""), "en"),
  });
  return { ...parts, fromName: "Svar", fromAddress: null, headers: { "Auto-Submitted": "auto-generated" } };
};
