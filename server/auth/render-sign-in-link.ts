import { renderSignInLinkMail } from "#emails/sign-in-link.tsx";
import { pickLocale } from "#server/i18n/locales.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { linkMinutes } from "./links.ts";

/** The mail with the link to sign in by. */
export const renderSignInLink: MailRenderer = async (_ctx, mail) => {
  const parts = await renderSignInLinkMail({
    name: String(mail.payload.name ?? ""),
    email: mail.toAddress,
    url: String(mail.payload.url),
    minutes: linkMinutes["sign-in"],
    first: mail.payload.first === 1,
    locale: pickLocale(String(mail.payload.locale ?? ""), "en"),
  });
  return { ...parts, fromName: "Svar", fromAddress: null, headers: { "Auto-Submitted": "auto-generated" } };
};
