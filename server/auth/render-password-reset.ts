import { renderPasswordResetMail } from "#emails/password-reset.tsx";
import { pickLocale } from "#server/i18n/locales.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { resetMinutes } from "./auth.ts";

/** The mail with the link for a new password. */
export const renderPasswordReset: MailRenderer = async (_ctx, mail) => {
  const parts = await renderPasswordResetMail({
    name: String(mail.payload.name ?? ""),
    email: mail.toAddress,
    url: String(mail.payload.url),
    minutes: resetMinutes,
    locale: pickLocale(String(mail.payload.locale ?? ""), "en"),
  });
  return { ...parts, fromName: "Svar", fromAddress: null, headers: { "Auto-Submitted": "auto-generated" } };
};
