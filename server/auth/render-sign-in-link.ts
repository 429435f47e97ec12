import { renderSignInLinkMail } from "#emails/sign-in-link.tsx";
import { renderSignUpLinkMail } from "#emails/sign-up-link.tsx";
import { pickLocale } from "#server/i18n/locales.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { linkMinutes } from "./links.ts";

/** The mail with the link to sign in by, or to sign up by for somebody who has no account. */
export const renderSignInLink: MailRenderer = async (_ctx, mail) => {
  const isNew = mail.payload.purpose === "sign-up";
  const props = {
    name: String(mail.payload.name ?? ""),
    email: mail.toAddress,
    url: String(mail.payload.url),
    minutes: linkMinutes[isNew ? "sign-up" : "sign-in"],
    first: mail.payload.first === 1,
    locale: pickLocale(String(mail.payload.locale ?? ""), "en"),
  };
  const parts = await (isNew ? renderSignUpLinkMail(props) : renderSignInLinkMail(props));
  return { ...parts, fromName: "Svar", fromAddress: null, headers: { "Auto-Submitted": "auto-generated" } };
};
