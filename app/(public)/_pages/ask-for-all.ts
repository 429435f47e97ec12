import { escapeHtml } from "#emails/escape-html.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { hiddenFields } from "./document.ts";

type Asking = {
  locale: Voice;
  companyName: string;
  action: string;
  hidden?: Readonly<Record<string, string>>;
  linkSent?: boolean | undefined;
};

/**
 * The way to everything that a company keeps: a button that has a mail sent, so that only who reads the customer's mail
 * gets there; once it is pressed, that the mail is on its way.
 */
export function askForAll({ locale, companyName: company, action, hidden = {}, linkSent }: Asking): string {
  const t = translator(locale, "answer");
  if (linkSent)
    return `<p role="status" tabindex="-1" autofocus>${escapeHtml(t("mineAllSent", { company }))}</p>`;
  return (
    `<p>${escapeHtml(t("mineAll", { company }))}</p><form method="post" action="${escapeHtml(action)}">` +
    `${hiddenFields({ ...hidden, everything: "yes" })}<p><button class="quiet">${escapeHtml(t("mineAllButton"))}</button></p></form>`
  );
}
