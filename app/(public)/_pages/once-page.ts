import { escapeHtml } from "#emails/escape-html.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { documentOf, sender } from "./document.ts";

type OnceView = { companyName: string; locale: Voice; nonce: string };

/** What a browser sees that has answered where each may once. A whole HTML document. */
export function oncePage({ companyName, locale, nonce }: OnceView): string {
  const t = translator(locale, "answer");
  const title = t("onceTitle");
  return documentOf({
    locale,
    title,
    nonce,
    body: `${sender(companyName)}<h1>${escapeHtml(title)}</h1><p>${escapeHtml(t("onceText", { company: companyName }))}</p>`,
  });
}
