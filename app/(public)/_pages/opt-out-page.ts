import { escapeHtml } from "#emails/escape-html.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { documentOf, hiddenFields, sender } from "./document.ts";

export type OptOutView = {
  locale: Locale;
  companyName: string;
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  /** The form that opts out, or null when it is done. */
  form: { action: string; hidden: Readonly<Record<string, string>> } | null;
};

/** The page behind the opt-out link: a button, since opening a link decides nothing, and then that it is done. */
export function optOutPage({ locale, companyName, nonce, form }: OptOutView): string {
  const t = translator(locale, "answer");
  const company = companyName;
  const title = form ? t("optOutTitle", { company }) : t("optOutDoneTitle");
  const text = form ? t("optOutText", { company }) : t("optOutDoneText", { company });
  const button = form
    ? `<form method="post" action="${escapeHtml(form.action)}">${hiddenFields(form.hidden)}` +
      `<button>${escapeHtml(t("optOutButton"))}</button></form>`
    : "";
  return documentOf({
    locale,
    title,
    nonce,
    body: `${sender(companyName)}<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${button}`,
  });
}
